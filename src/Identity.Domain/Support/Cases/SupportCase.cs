using Identity.Domain.Support.Actions;

namespace Identity.Domain.Support.Cases;

/// <summary>What a case is about; each has a clock of its own.</summary>
public enum CaseKind
{
    /// <summary>Somebody looks into it again.</summary>
    FollowUp,

    /// <summary>What lets the citizen in is taken away or given back.</summary>
    Access,

    /// <summary>A way back is opened.</summary>
    Recovery,

    /// <summary>A detail is corrected.</summary>
    Correction,

    /// <summary>The account ends.</summary>
    Ending,

    /// <summary>A proof of identity is looked at again.</summary>
    Proof,
}

/// <summary>How a case ended.</summary>
public enum CaseEnding
{
    /// <summary>The citizen has what they asked for.</summary>
    Solved,

    /// <summary>They do not want it any more.</summary>
    Withdrawn,

    /// <summary>Whoever asked was not the owner.</summary>
    NotTheOwner,

    /// <summary>There was nothing to do.</summary>
    Nothing,
}

/// <summary>What a case waits for.</summary>
public enum CaseWait
{
    /// <summary>Somebody to take it.</summary>
    Anybody,

    /// <summary>Whoever has it.</summary>
    Holder,

    /// <summary>A colleague who was drawn.</summary>
    Colleague,

    /// <summary>The end of the time in which the citizen can stop it.</summary>
    Citizen,
}

/// <summary>A case as it stands in the queue: nothing of it names its citizen.</summary>
/// <param name="Reference">What it is called by.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="DueAt">When somebody should have dealt with it.</param>
/// <param name="Wait">What it waits for.</param>
/// <param name="For">The sign of whom, or null.</param>
/// <param name="IsOverdue">Whether its time is over.</param>
public sealed record QueuedCase(string Reference, CaseKind Kind, DateTimeOffset OpenedAt, DateTimeOffset DueAt, CaseWait Wait, string? For, bool IsOverdue);

/// <summary>What became of work on a case.</summary>
public enum CaseOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such case, or it is closed.</summary>
    Closed,

    /// <summary>Somebody else has it.</summary>
    NotTheirs,

    /// <summary>Nobody who could work on it has this sign.</summary>
    NoSuchColleague,

    /// <summary>Something two people agreed on waits to be done; the citizen can stop it, and nobody else.</summary>
    StillWaits,
}

internal static class CaseKinds
{
    public static CaseKind Of(SupportAction action) => action switch
    {
        SupportAction.StartRecovery => CaseKind.Recovery,
        SupportAction.Close or SupportAction.Deceased => CaseKind.Ending,
        SupportAction.ClearFinding => CaseKind.Proof,
        _ when ActionRules.NeedsEvidence(action) => CaseKind.Correction,
        _ => CaseKind.Access,
    };
}
