using Identity.Domain.Verification.Levels;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>A verification, as its owner may see it.</summary>
public sealed record VerificationRun
{
    /// <summary>The row, which its address carries. It opens nothing by itself.</summary>
    public required Guid Id { get; init; }

    /// <summary>By which verifier.</summary>
    public required string Verifier { get; init; }

    /// <summary>How far it is.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>What waits for an answer; null when it is over.</summary>
    public VerificationStep? Step { get; init; }

    /// <summary>Which answer the step waits for: it comes back with it, so that one answer given twice counts once.</summary>
    public required int Version { get; init; }

    /// <summary>What it is for.</summary>
    public required RunPurpose Purpose { get; init; }

    /// <summary>What the verifier was handed.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it ended without proof, when it did.</summary>
    public RefusalReason? Reason { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last went on.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Until when it can be taken up again.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    internal Guid Account { get; init; }

    internal string State { get; init; } = "";

    internal byte[]? Device { get; init; }

    /// <summary>The account that somebody wants back into by it; null when what it proves goes on record.</summary>
    internal Guid? Recovers { get; init; }

    /// <summary>What it found for that alone: it goes on no record.</summary>
    internal IReadOnlyList<HeldEvidence> Found { get; init; } = [];

    /// <summary>Whether it found something against them.</summary>
    internal bool IsDoubted { get; init; }

    /// <summary>Whose it is said to be.</summary>
    internal Guid About => Recovers ?? Account;

    /// <summary>The row and how far it is: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(VerificationRun)} {Id} {Status}";
}

/// <summary>What somebody proves who they are for.</summary>
/// <param name="Level">The level asked for, such as <c>gpg45:high</c>, or null when it is of their own will.</param>
/// <param name="ClientId">The application that asks, or null.</param>
/// <param name="Locale">The language they read.</param>
public sealed record RunPurpose(string? Level, string? ClientId, string Locale);

/// <summary>How far a verification is. The names are stored.</summary>
public enum RunStatus
{
    /// <summary>A step waits for an answer.</summary>
    Running,

    /// <summary>It ended with evidence, which is on record, or is kept for a way back into an account alone.</summary>
    Proven,

    /// <summary>It ended without.</summary>
    Refused,

    /// <summary>Its owner stopped it.</summary>
    Cancelled,

    /// <summary>It ended with evidence of another person than the account's.</summary>
    OtherPerson,

    /// <summary>It ended with evidence of a person who is proven at another account.</summary>
    ProvenElsewhere,
}

/// <summary>Who answers.</summary>
public abstract record RunHolder
{
    private RunHolder() { }

    /// <summary>Its owner, signed in.</summary>
    public sealed record Owner(Guid Account) : RunHolder;

    /// <summary>The device that it was handed to.</summary>
    /// <param name="Key">What it brought to <see cref="Verifications.TakeOverAsync"/>.</param>
    public sealed record Device(string Key) : RunHolder
    {
        /// <summary>Never the key: this text may find its way into a log.</summary>
        public override string ToString() => nameof(Device);
    }

    /// <summary>The browser of somebody who wants back into an account.</summary>
    /// <param name="Journey">The key of their way back, which opens in that browser alone.</param>
    public sealed record Recovery(string Journey) : RunHolder
    {
        /// <summary>Never the key: this text may find its way into a log.</summary>
        public override string ToString() => nameof(Recovery);
    }

    /// <summary>A desk to which its code was brought.</summary>
    /// <param name="About">Whose it is said to be.</param>
    internal sealed record Desk(Guid About) : RunHolder;
}
