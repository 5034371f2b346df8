namespace Identity.Sdk;

/// <summary>A kind of evidence that a verifier can give.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Most">The highest score of each kind that it ever has.</param>
public sealed record EvidenceOffer(EvidenceType Type, EvidenceScores Most)
{
    /// <summary>
    /// All that it ever is more closely, by the names of <see cref="Evidence.Kind"/>; applications are told of them. Empty when
    /// that cannot be said beforehand. Since version 2.
    /// </summary>
    public IReadOnlyList<string> Kinds { get; init => field = SdkLimits.Check(value, SdkLimits.Claims, nameof(Kinds)); } = [];
}
