using System.Diagnostics;
using Identity.Domain.Support.Cases;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Support;

/// <summary>What cases and their parts are called, by the keys of their words.</summary>
internal static class CaseWords
{
    public static string Of(CaseKind kind) => kind switch
    {
        CaseKind.FollowUp => "support.kind.followUp",
        CaseKind.Access => "support.kind.access",
        CaseKind.Recovery => "support.kind.recovery",
        CaseKind.Correction => "support.kind.correction",
        CaseKind.Ending => "support.kind.ending",
        CaseKind.Proof => "support.kind.proof",
        _ => throw new UnreachableException(),
    };

    public static string Of(CaseEnding ending) => ending switch
    {
        CaseEnding.Solved => "support.ending.solved",
        CaseEnding.Withdrawn => "support.ending.withdrawn",
        CaseEnding.NotTheOwner => "support.ending.notTheOwner",
        CaseEnding.Nothing => "support.ending.nothing",
        _ => throw new UnreachableException(),
    };

    /// <summary>What it is about and when it is due; that it is overdue is said, not painted.</summary>
    public static Message Clock(Text text, QueuedCase queued) => text[queued.IsOverdue ? "support.cases.overdue" : "support.cases.row",
        ("kind", text[Of(queued.Kind)]), ("due", text.Moment(queued.DueAt))];

    public static Message Wait(Text text, QueuedCase queued) => queued.Wait switch
    {
        CaseWait.Anybody => text["support.cases.anybody"],
        CaseWait.Holder => text["support.cases.holder", ("sign", queued.For ?? "")],
        CaseWait.Colleague => text["support.cases.colleague", ("sign", queued.For ?? "")],
        CaseWait.Citizen => text["support.cases.citizen"],
        _ => throw new UnreachableException(),
    };

    public static Message Step(Text text, CaseStep step) => step is { State: CaseStepState.CoolingOff, DueAt: { } due }
        ? text["support.case.stepUntil", ("action", text[CheckWords.Of(step.Action)]), ("when", text.Moment(due))]
        : text["support.case.step", ("action", text[CheckWords.Of(step.Action)]), ("state", text[Of(step.State)])];

    /// <summary>Why work on a case was refused.</summary>
    public static string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Closed => "support.case.isClosed",
        CaseOutcome.NotTheirs => "support.case.notTheirs",
        CaseOutcome.NoSuchColleague => "support.case.noColleague",
        CaseOutcome.StillWaits => "support.case.stillWaits",
        _ => throw new UnreachableException(),
    };

    private static string Of(CaseStepState state) => state switch
    {
        CaseStepState.Waiting => "support.step.waiting",
        CaseStepState.Expired => "support.step.expired",
        CaseStepState.Declined => "support.step.declined",
        CaseStepState.Stopped => "support.step.stopped",
        CaseStepState.Closed => "support.step.closed",
        CaseStepState.Done => "support.step.done",
        _ => throw new UnreachableException(),
    };
}
