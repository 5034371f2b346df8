using Identity.Domain.Audit;
using Identity.Web.Locales;

namespace Identity.Web.Pages.WhoLooked;

/// <summary>What staff did, in the words of the citizen whose account it is.</summary>
internal static class SupportActivity
{
    private static readonly IReadOnlyDictionary<string, string> Events = new Dictionary<string, string>
    {
        [AuditEvents.SupportLooked] = "activity.looked",
        [AuditEvents.SupportLookRefused] = "activity.refused",
        [AuditEvents.SupportRevealed] = "activity.revealed",
        [AuditEvents.SupportFlagged] = "activity.flagged",
        [AuditEvents.SupportUnflagged] = "activity.unflagged",
    };

    private static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["Caller"] = "activity.reason.caller",
        ["Letter"] = "activity.reason.letter",
        ["Recovery"] = "activity.reason.recovery",
        ["Safety"] = "activity.reason.safety",
        ["Complaint"] = "activity.reason.complaint",
    };

    /// <summary>One line: when, who by their sign, what, and why.</summary>
    public static Message Describe(Text text, AuditedEvent happened)
    {
        var what = text[Events.GetValueOrDefault(happened.Event, "activity.did"), ("agent", happened.Detail("agent") ?? "")];
        return happened.Detail("reason") is { } reason && Reasons.TryGetValue(reason, out var why)
            ? text["activity.line.why", ("when", text.Moment(happened.At)), ("what", what), ("why", text[why])]
            : text["activity.line", ("when", text.Moment(happened.At)), ("what", what)];
    }
}
