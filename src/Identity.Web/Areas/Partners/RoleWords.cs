using System.Diagnostics;
using Identity.Domain.Partners.Organisations;

namespace Identity.Web.Areas.Partners;

/// <summary>What roles are called, by the keys of their words.</summary>
internal static class RoleWords
{
    public static IReadOnlyList<PartnerRole> All { get; } = [PartnerRole.Owner, PartnerRole.Developer, PartnerRole.Compliance, PartnerRole.Viewer];

    public static string Of(PartnerRole role) => role switch
    {
        PartnerRole.Owner => "partners.role.owner",
        PartnerRole.Developer => "partners.role.developer",
        PartnerRole.Compliance => "partners.role.compliance",
        PartnerRole.Viewer => "partners.role.viewer",
        _ => throw new UnreachableException(),
    };

    public static string What(PartnerRole role) => role switch
    {
        PartnerRole.Owner => "partners.role.ownerWhat",
        PartnerRole.Developer => "partners.role.developerWhat",
        PartnerRole.Compliance => "partners.role.complianceWhat",
        PartnerRole.Viewer => "partners.role.viewerWhat",
        _ => throw new UnreachableException(),
    };

    /// <returns>Null for what is no role.</returns>
    public static PartnerRole? Read(string? value) => Enum.TryParse<PartnerRole>(value, out var role) && Enum.IsDefined(role) && !int.TryParse(value, out _) ? role : null;
}
