namespace Identity.Domain.Verification.Levels;

/// <summary>How sure the provider is of the owner of an account, in one framework at one time, and why.</summary>
public sealed record Standing
{
    /// <summary>The highest level; null in a framework whose lowest level asks for proof that is not there.</summary>
    public GrantedLevel? Granted { get; init; }

    /// <summary>The evidence that counts: unexpired, not taken back, of one person.</summary>
    public IReadOnlyList<HeldEvidence> Counted { get; init; } = [];

    /// <summary>The evidence that does not, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>How much speaks against the person.</summary>
    public int Against { get; init; }

    /// <summary>Whether what speaks against the person keeps them from a level that their evidence would reach.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>Whether some evidence is of another person than the rest.</summary>
    public bool IsInConflict => LeftOut.Any(left => left.Reason is LeftOutReason.OtherPerson);

    /// <summary>What counted evidence vouches for: of each claim the word of the strongest, and of equals the latest.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>The same without what one verifier said itself.</summary>
    public IReadOnlyDictionary<string, string> ClaimsBeside(string verifier) => EvidencePolicy.Vouched(Counted.Where(item => item.Verifier != verifier));

    /// <summary>Whether the level is reached. A level that everybody has always is.</summary>
    public bool Reaches(Level level) => level.IsOpenToAll || (Granted?.Level is { } granted && granted.Framework == level.Framework && granted.Rank >= level.Rank);

    /// <summary>Never the claims: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(Standing)} {Granted?.Level}";
}

/// <summary>Evidence that does not count.</summary>
public sealed record LeftOut(HeldEvidence Evidence, LeftOutReason Reason);

/// <summary>Why evidence does not count.</summary>
public enum LeftOutReason
{
    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>It does not say whose it is, by name and birth date.</summary>
    Nameless,

    /// <summary>It is of another person than the evidence that was first.</summary>
    OtherPerson,

    /// <summary>Its verifier is not believed, or not any more.</summary>
    NotTrusted,
}
