using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;

namespace Identity.Web.Areas.Support.Pages.Staff;

/// <summary>Everybody who works here, or is invited to.</summary>
[Needs(Permission.ManageStaff)]
internal sealed class IndexModel(StaffDirectory directory) : SupportPage
{
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    public async Task OnGetAsync() => Members = await directory.ListAsync(Aborted);

    /// <summary>How far somebody is, by the key of its words.</summary>
    public static string StateOf(StaffMember member) => member switch
    {
        { HasJoined: true } => "support.staff.here",
        { Passkeys: > 0 } => "support.staff.enrolled",
        _ => "support.staff.invited",
    };
}
