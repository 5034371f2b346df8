namespace Identity.Web.Areas.Partners;

/// <summary>The addresses of the portal.</summary>
internal static class PartnerLinks
{
    public const string Home = "/developers";
    public const string NewOrganisation = "/developers/organisations/new";

    /// <summary>Where a citizen signs out, as which a developer is here.</summary>
    public const string SignOut = "/sign-out";

    public static string Invitation(string key) => $"{Home}/invitations/{key}";

    public static string Organisation(Guid organisation) => $"{Home}/organisations/{organisation:D}";

    public static string Rename(Guid organisation) => $"{Organisation(organisation)}/name";

    public static string People(Guid organisation) => $"{Organisation(organisation)}/people";

    public static string Invite(Guid organisation) => $"{People(organisation)}/invite";

    public static string Leave(Guid organisation) => $"{People(organisation)}/leave";

    public static string Person(Guid organisation, Guid account) => $"{People(organisation)}/{account:D}";
}
