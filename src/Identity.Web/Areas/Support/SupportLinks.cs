namespace Identity.Web.Areas.Support;

/// <summary>The addresses of the console.</summary>
internal static class SupportLinks
{
    public const string Desk = "/support";
    public const string SignIn = "/support/sign-in";
    public const string SignOut = "/support/sign-out";
    public const string Join = "/support/join";
    public const string Keys = "/support/keys";
    public const string Witness = "/support/witness";
    public const string Find = "/support/find";
    public const string Codes = "/support/desk";
    public const string Requests = "/support/requests";
    public const string Unusual = "/support/unusual";
    public const string Reviews = "/support/reviews";
    public const string Audit = "/support/audit";
    public const string Exports = "/support/exports";
    public const string BreakGlass = "/support/break-glass";
    public const string Staff = "/support/staff";
    public const string Invite = "/support/staff/invite";
    public const string Roles = "/support/roles";

    public static string Member(Guid staff) => $"{Staff}/{staff:D}";

    public static string Case(string reference) => $"{Desk}/cases/{Uri.EscapeDataString(reference)}";

    public static string WorkOn(string reference) => $"{Case(reference)}/work";

    public static string Account(Guid look) => $"/support/accounts/{look:D}";

    public static string Caller(Guid look, bool cannotSignIn = false) => $"{Account(look)}/caller{(cannotSignIn ? "?cannotSignIn=true" : "")}";

    public static string Act(Guid look, bool cannotSignIn = false) => $"{Account(look)}/act{(cannotSignIn ? "?cannotSignIn=true" : "")}";

    /// <param name="look">What keeps the account open.</param>
    /// <param name="detail">Which detail; or the telephone that is removed.</param>
    public static string Correct(Guid look, string detail) => $"{Account(look)}/correct/{detail}";

    public static string Visit(Guid look, bool cannotSignIn) => $"{Account(look)}/visit{(cannotSignIn ? "?cannotSignIn=true" : "")}";

    /// <summary>Somebody at a desk, by what their code opened.</summary>
    public static string Person(Guid opening) => $"{Codes}/{opening:D}";

    public static string Document(Guid opening) => $"{Person(opening)}/document";

    public static string Vouch(Guid opening) => $"{Person(opening)}/vouch";

    public static string Decline(Guid opening) => $"{Person(opening)}/decline";

    public static string Screen(Guid look) => $"{Account(look)}/screen";

    public static string Reveal(Guid look) => $"{Account(look)}/reveal";

    /// <summary>Asks for the passkey, then goes on to a page of the console.</summary>
    public static string Confirm(string then) => $"/support/confirm?then={Uri.EscapeDataString(then)}";

    /// <summary>Where the script of a page fetches its question.</summary>
    public static string Options(string page) => page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=Options";

    /// <summary>A page of the console, and no other address, whatever was asked.</summary>
    public static string Own(string? then) =>
        then is not null && (then == Desk || then.StartsWith(Desk + "/", StringComparison.Ordinal)) && then.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-')
            ? then
            : Desk;
}
