namespace Identity.Sdk;

/// <summary>
/// Something that speaks for who a person is: what it is, how it was checked, by whom and when, and what it says. Positive
/// alone; what speaks against is a <see cref="ContraIndicator"/>.
/// </summary>
public sealed record Evidence
{
    /// <summary>What it is.</summary>
    public required EvidenceType Type { get; init; }

    /// <summary>What it is more closely, such as <c>passport</c>, <c>driving_permit</c> or <c>bank_account</c>, by the names that OpenID Connect for Identity Assurance keeps.</summary>
    public required string Kind { get; init => field = SdkLimits.Check(value, SdkLimits.Name, nameof(Kind)); }

    /// <summary>
    /// What only this piece has, such as a document's country and number. Two with the same kind and number are one, whoever
    /// checked them, and two accounts that show the same one are one person. It is stored as a keyed hash. Null when it has none:
    /// then all of its kind from this verifier count as one.
    /// </summary>
    public string? Number { get; init => field = value is null ? null : SdkLimits.Check(value, SdkLimits.Value, nameof(Number)); }

    /// <summary>What it is worth.</summary>
    public required EvidenceScores Scores { get; init; }

    /// <summary>How it was checked: one check at least.</summary>
    public required IReadOnlyList<EvidenceCheck> Checks
    {
        get;
        init => field = SdkLimits.Check(value, SdkLimits.Claims, nameof(Checks)) is { Count: > 0 } ? value : throw new ArgumentException("Nothing was checked.", nameof(Checks));
    }

    /// <summary>Who issued it, such as the authority that made a passport.</summary>
    public string? Issuer { get; init => field = value is null ? null : SdkLimits.Check(value, SdkLimits.Value, nameof(Issuer)); }

    /// <summary>When it ends by itself, such as a passport. The server's policy may end it earlier.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>
    /// What it vouches for, by the names of <see cref="ClaimNames"/>. Name and birth date have to be among them for it to count
    /// beside other evidence: by them it is seen to be of the same person.
    /// </summary>
    public IReadOnlyDictionary<string, string> Claims { get; init => field = SdkLimits.Check(value, SdkLimits.Claims, nameof(Claims)); } = new Dictionary<string, string>();

    /// <summary>Its kind alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(Evidence)} {Kind}";
}
