using Identity.Domain.Credentials;

namespace Identity.Web.Pages.Create;

/// <summary>What can be wrong with an answer here, by the key of its words.</summary>
internal static class CreateProblems
{
    public const string EmailMissing = "create.email.missing";
    public const string EmailFormat = "create.email.format";

    public const string CodeMissing = "create.code.missing";
    public const string CodeTooShort = "create.code.short";
    public const string CodeTooLong = "create.code.long";
    public const string CodeNotFigures = "create.code.letters";
    public const string CodeWrong = "create.code.wrong";

    /// <summary>Says that a new code is on its way, so send one.</summary>
    public const string CodeExpired = "create.code.expired";

    /// <summary>The code is dead after five tries, and a new one is on its way.</summary>
    public const string CodeUsedUp = "create.code.usedUp";

    /// <summary>What is wrong with a code before it is compared.</summary>
    public static string Of(CodeReading reading) => reading switch
    {
        CodeReading.Empty => CodeMissing,
        CodeReading.TooShort => CodeTooShort,
        CodeReading.TooLong => CodeTooLong,
        _ => CodeNotFigures,
    };

    public const string PasswordMissing = "create.password.missing";

    /// <summary>Names <c>{least}</c>.</summary>
    public const string PasswordTooShort = "create.password.short";
    public const string PasswordTooLong = "create.password.long";
    public const string PasswordGuessable = "create.password.guessable";

    public const string NameMissing = "create.name.missing";
    public const string NameTooLong = "create.name.long";
    public const string NameNotAName = "create.name.notAName";

    public const string BirthMissing = "create.birth.missing";
    public const string BirthDayMissing = "create.birth.noDay";
    public const string BirthMonthMissing = "create.birth.noMonth";
    public const string BirthYearMissing = "create.birth.noYear";
    public const string BirthNotReal = "create.birth.notReal";
    public const string BirthYearShort = "create.birth.shortYear";
    public const string BirthInFuture = "create.birth.future";
    public const string BirthTooLongAgo = "create.birth.tooLongAgo";
}
