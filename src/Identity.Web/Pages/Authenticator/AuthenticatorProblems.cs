using Identity.Domain.Credentials;

namespace Identity.Web.Pages.Authenticator;

/// <summary>What can be wrong with a code from an app, by the key of its words.</summary>
internal static class AuthenticatorProblems
{
    public const string CodeMissing = "authenticator.code.missing";
    public const string CodeTooShort = "authenticator.code.short";
    public const string CodeTooLong = "authenticator.code.long";
    public const string CodeNotFigures = "authenticator.code.letters";
    public const string CodeWrong = "authenticator.code.wrong";

    public static string Of(CodeReading reading) => reading switch
    {
        CodeReading.Empty => CodeMissing,
        CodeReading.TooShort => CodeTooShort,
        CodeReading.TooLong => CodeTooLong,
        _ => CodeNotFigures,
    };
}
