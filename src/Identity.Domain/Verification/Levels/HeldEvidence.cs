using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>A piece of evidence that an account holds.</summary>
public sealed record HeldEvidence
{
    /// <summary>The row.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which verifier gave it.</summary>
    public required string Verifier { get; init; }

    /// <summary>What it is.</summary>
    public required EvidenceType Type { get; init; }

    /// <summary>What it is more closely.</summary>
    public required string Kind { get; init; }

    /// <summary>What tells it from others: two of the same are one piece, checked twice.</summary>
    public required string Piece { get; init; }

    /// <summary>What it is worth.</summary>
    public required EvidenceScores Scores { get; init; }

    /// <summary>How it was checked.</summary>
    public required IReadOnlyList<EvidenceCheck> Checks { get; init; }

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; init; }

    /// <summary>What it vouches for.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>When it came to the account.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Since when it counts for nothing any more, because it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it was checked last: from then its lifetimes run.</summary>
    public DateTimeOffset CheckedAt => Checks.Max(check => check.At);

    /// <summary>Its kind alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(HeldEvidence)} {Kind}";

    /// <summary>When the evidence itself counts no more.</summary>
    internal DateTimeOffset EndsAt(Lifetimes lifetimes)
    {
        var end = CheckedAt + lifetimes.Of(Type, Kind);
        return Expires < end ? Expires.Value : end;
    }

    /// <summary>What it is worth at a time: a score whose own life is over is nought.</summary>
    internal EvidenceScores ScoresAt(DateTimeOffset now, Lifetimes lifetimes) => Scores with
    {
        Activity = now < CheckedAt + lifetimes.Activity ? Scores.Activity : 0,
        Fraud = now < CheckedAt + lifetimes.Fraud ? Scores.Fraud : 0,
        Verification = now < CheckedAt + lifetimes.Verification ? Scores.Verification : 0,
    };

    /// <summary>Every time at which it is worth less than before.</summary>
    internal IEnumerable<DateTimeOffset> Ends(Lifetimes lifetimes) =>
        [EndsAt(lifetimes), CheckedAt + lifetimes.Activity, CheckedAt + lifetimes.Fraud, CheckedAt + lifetimes.Verification];
}
