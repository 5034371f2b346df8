using Identity.Domain.Credentials;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;

namespace Identity.Web.Pages.Recovery;

/// <summary>What can be wrong with an answer here, by the key of its words.</summary>
internal static class RecoverProblems
{
    public const string LostMissing = "recover.lost.missing";
    public const string WhoMissing = "recover.who.missing";
    public const string WhoTooLong = "recover.who.long";
    public const string HowMissing = "recover.how.missing";
    public const string TooLong = "recover.show.long";
    public const string PlaceTooLong = "recover.identity.placeLong";

    /// <summary>The same for what is not right and for an account that is not there.</summary>
    public static string Of(ShowOutcome outcome, RecoveryProofs kind) => outcome switch
    {
        ShowOutcome.Unreadable(CodeReading.Empty) => kind is RecoveryProofs.Password ? "signIn.password.missing" : "recover.show.missing",
        ShowOutcome.Unreadable(CodeReading.TooShort) => "confirm.code.short",
        ShowOutcome.Unreadable(CodeReading.TooLong) => "confirm.code.long",
        ShowOutcome.Unreadable => "confirm.code.letters",
        ShowOutcome.Expired => "recover.show.expired",
        _ => "recover.show.wrong",
    };
}
