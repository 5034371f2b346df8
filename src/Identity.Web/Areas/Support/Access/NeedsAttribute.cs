using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;

namespace Identity.Web.Areas.Support.Access;

/// <summary>Who may open a page of the console. A page without it stops the start.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute : Attribute
{
    /// <summary>Somebody who is this far on their way in.</summary>
    public NeedsAttribute(params StaffStage[] stages) => Stages = stages;

    /// <summary>Somebody who is in, and whose role lets them.</summary>
    public NeedsAttribute(Permission permission) => (Stages, Permission) = ([StaffStage.In], permission);

    public IReadOnlyList<StaffStage> Stages { get; }

    public Permission? Permission { get; }

    /// <summary>Whether they must have used their passkey just now.</summary>
    public bool Fresh { get; init; }
}
