using Identity.Domain.Support.Actions;

namespace Identity.Domain.Support.Cases;

/// <summary>What became of something that was asked for in a case, from what the system knows and nobody ticks.</summary>
public enum CaseStepState
{
    /// <summary>The colleague who was drawn has not decided.</summary>
    Waiting,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Two agreed, and its owner can stop it.</summary>
    CoolingOff,

    Declined,

    /// <summary>Its owner stopped it.</summary>
    Stopped,

    /// <summary>The case or the look was closed before it was decided.</summary>
    Closed,

    Done,
}

/// <summary>Something that was asked for in a case.</summary>
/// <param name="Action">What.</param>
/// <param name="State">What became of it.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="DueAt">When it is done unless its owner stops it; null before it is agreed.</param>
public sealed record CaseStep(SupportAction Action, CaseStepState State, DateTimeOffset AskedAt, DateTimeOffset? DueAt);

/// <summary>A note, and whoever wrote it.</summary>
public sealed record CaseNote(DateTimeOffset At, string Sign, string Words);

/// <summary>A case with its checklist, of which nothing names its citizen.</summary>
public sealed record CaseView
{
    public required string Reference { get; init; }

    public required CaseKind Kind { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether its time is over and it is not closed.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>The sign of whoever has it, or null.</summary>
    public string? Holder { get; init; }

    /// <summary>Whether whoever looks at it has it.</summary>
    public required bool IsTheirs { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public CaseEnding? Ending { get; init; }

    /// <summary>When a caller last showed, since shortly before it was opened, that the account is theirs; or null.</summary>
    public DateTimeOffset? CallerShownAt { get; init; }

    /// <summary>Whether no message of the account waits to go or has failed.</summary>
    public required bool IsEverybodyTold { get; init; }

    public IReadOnlyList<CaseStep> Steps { get; init; } = [];

    public IReadOnlyList<CaseNote> Notes { get; init; } = [];
}
