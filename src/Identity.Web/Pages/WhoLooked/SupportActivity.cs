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
        [AuditEvents.CallerAsked] = "activity.asked",
        [AuditEvents.CallerConfirmed] = "activity.confirmed",
        [AuditEvents.ScreenJoined] = "activity.screenJoined",
        [AuditEvents.ScreenConfirmed] = "activity.screenConfirmed",
        [AuditEvents.CallerFailed] = "activity.failed",
        [AuditEvents.SupportActed] = "activity.acted",
        [AuditEvents.SupportRequested] = "activity.requested",
        [AuditEvents.SupportApproved] = "activity.approved",
        [AuditEvents.SupportDeclined] = "activity.declined",
        [AuditEvents.SupportStopped] = "activity.stopped",
        [AuditEvents.CaseOpened] = "activity.caseOpened",
        [AuditEvents.Appealed] = "activity.appealed",
        [AuditEvents.CaseTaken] = "activity.caseTaken",
        [AuditEvents.CaseHandedOn] = "activity.caseHandedOn",
        [AuditEvents.CaseNoted] = "activity.caseNoted",
        [AuditEvents.CaseClosed] = "activity.caseClosed",
        [AuditEvents.SupportPauseEnded] = "activity.pauseEnded",
        [AuditEvents.VisitAsked] = "activity.visitAsked",
        [AuditEvents.DeskOpened] = "activity.deskOpened",
        [AuditEvents.DeskRefused] = "activity.deskRefused",
        [AuditEvents.DeskCompared] = "activity.deskCompared",
        [AuditEvents.DeskVouched] = "activity.deskVouched",
        [AuditEvents.DeskDeclined] = "activity.deskDeclined",
        [AuditEvents.SupportExecuted] = "activity.executed",
        [AuditEvents.RecordAudited] = "activity.audited",
        [AuditEvents.Exported] = "activity.exported",
    };

    private static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["Caller"] = "activity.reason.caller",
        ["Letter"] = "activity.reason.letter",
        ["Recovery"] = "activity.reason.recovery",
        ["Safety"] = "activity.reason.safety",
        ["Complaint"] = "activity.reason.complaint",
        ["Case"] = "activity.reason.case",
    };

    /// <summary>One line: when, who by their sign, what, and why.</summary>
    public static Message Describe(Text text, AuditedEvent happened)
    {
        var key = happened.Detail("glass") is not null ? "activity.glass" : Events.GetValueOrDefault(happened.Event, "activity.did");
        var what = What(text, key, happened);
        return happened.Detail("reason") is { } reason && Reasons.TryGetValue(reason, out var why)
            ? text["activity.line.why", ("when", text.Moment(happened.At)), ("what", what), ("why", text[why])]
            : text["activity.line", ("when", text.Moment(happened.At)), ("what", what)];
    }

    private static Message What(Text text, string key, AuditedEvent happened) => (happened.Detail("agent"), happened.Detail("case")) switch
    {
        (null, _) => text[key],
        ({ } agent, { } reference) when key.StartsWith("activity.case", StringComparison.Ordinal) => text[key, ("agent", agent), ("case", reference)],
        ({ } agent, _) => text[key, ("agent", agent)],
    };
}
