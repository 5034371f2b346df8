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

    public static string NewApplication(Guid organisation) => $"{Organisation(organisation)}/applications/new";

    public static string Application(Guid organisation, string client) => $"{Organisation(organisation)}/applications/{Uri.EscapeDataString(client)}";

    public static string Describe(Guid organisation, string client) => $"{Application(organisation, client)}/description";

    public static string Addresses(Guid organisation, string client) => $"{Application(organisation, client)}/addresses";

    public static string SignOuts(Guid organisation, string client) => $"{Application(organisation, client)}/sign-out";

    public static string Asks(Guid organisation, string client) => $"{Application(organisation, client)}/asks";

    public static string Ask(Guid organisation, string client, string item) => $"{Asks(organisation, client)}/{Uri.EscapeDataString(item)}";

    public static string Trust(Guid organisation, string client) => $"{Application(organisation, client)}/trust";

    public static string Keys(Guid organisation, string client) => $"{Application(organisation, client)}/keys";

    public static string Secret(Guid organisation, string client) => $"{Application(organisation, client)}/secret";

    public static string Metadata(Guid organisation, string client) => $"{Application(organisation, client)}/metadata";

    public static string History(Guid organisation, string client) => $"{Application(organisation, client)}/history";

    public static string Remove(Guid organisation, string client) => $"{Application(organisation, client)}/remove";

    public static string Live(Guid organisation, string client) => $"{Application(organisation, client)}/live";

    public static string Requests(Guid organisation, string client) => $"{Application(organisation, client)}/requests";

    /// <summary>Shows what a change that is not made yet would do.</summary>
    public static string Check(Guid organisation, string client, string change) => $"{Application(organisation, client)}/check/{change}";
}
