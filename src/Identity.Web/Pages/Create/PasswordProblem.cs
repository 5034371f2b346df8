using System.Diagnostics;
using Identity.Domain.Credentials;
using Identity.Web.Locales;

namespace Identity.Web.Pages.Create;

internal static class PasswordProblem
{
    /// <summary>Why a password is not taken, in words.</summary>
    public static string Of(PasswordVerdict verdict, Text text) => verdict switch
    {
        PasswordVerdict.Empty => text[CreateProblems.PasswordMissing].ToString(),
        PasswordVerdict.TooShort(var least) => text[CreateProblems.PasswordTooShort, ("least", least)].ToString(),
        PasswordVerdict.TooLong => text[CreateProblems.PasswordTooLong].ToString(),
        PasswordVerdict.Unreadable or PasswordVerdict.EasyToGuess => text[CreateProblems.PasswordGuessable].ToString(),
        _ => throw new UnreachableException(),
    };
}
