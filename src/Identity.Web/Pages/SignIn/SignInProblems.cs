using Identity.Domain.Credentials;
using Identity.Domain.SignInIds;

namespace Identity.Web.Pages.SignIn;

/// <summary>What can be wrong with an answer here, by the key of its words.</summary>
internal static class SignInProblems
{
    public const string EmailMissing = "signIn.email.missing";
    public const string EmailFormat = "signIn.email.format";
    public const string PasswordMissing = "signIn.password.missing";

    /// <summary>One answer to an unknown address, a wrong password and an account without one.</summary>
    public const string Wrong = "signIn.password.wrong";

    /// <summary>The same answer in the words of whoever typed a sign-in ID, known or not.</summary>
    public static string WrongFor(string typed) => SignInId.Read(typed) is null ? Wrong : "signIn.password.wrongId";

    /// <summary>For whoever is signed in: only the password can be wrong.</summary>
    public const string PasswordWrong = "confirm.password.wrong";

    public const string WayMissing = "confirm.how.missing";

    public const string CodeWrong = "confirm.code.wrong";
    public const string CodeUsed = "confirm.code.used";
    public const string BackupCodeMissing = "confirm.backup.missing";
    public const string BackupCodeWrong = "confirm.backup.wrong";
    public const string BackupCodeUsed = "confirm.backup.used";

    /// <summary>What is wrong with a code before it is compared.</summary>
    public static string Of(CodeReading reading) => reading switch
    {
        CodeReading.Empty => "confirm.code.missing",
        CodeReading.TooShort => "confirm.code.short",
        CodeReading.TooLong => "confirm.code.long",
        _ => "confirm.code.letters",
    };
}
