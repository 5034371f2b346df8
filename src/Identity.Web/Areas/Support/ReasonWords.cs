using System.Diagnostics;
using Identity.Domain.Support.Lookup;

namespace Identity.Web.Areas.Support;

/// <summary>Why staff looked, by the keys of their words.</summary>
internal static class ReasonWords
{
    public static string Of(LookReason reason) => reason switch
    {
        LookReason.Caller => "support.reason.caller",
        LookReason.Letter => "support.reason.letter",
        LookReason.Recovery => "support.reason.recovery",
        LookReason.Safety => "support.reason.safety",
        LookReason.Complaint => "support.reason.complaint",
        LookReason.Case => "support.reason.case",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether somebody wrote enough to be held to it.</summary>
    public static bool Suffice(string? words) => words?.Trim().Length is >= LookRequest.FewestWords and <= LookRequest.MostWords;
}
