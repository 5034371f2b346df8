using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>How long evidence counts after it was checked, and how long the scores do that came with it.</summary>
/// <param name="Evidence">By the name of a type, or of a kind, which counts before its type.</param>
/// <param name="Activity">The activity score.</param>
/// <param name="Fraud">The fraud score.</param>
/// <param name="Verification">The verification score.</param>
public sealed record Lifetimes(IReadOnlyDictionary<string, TimeSpan> Evidence, TimeSpan Activity, TimeSpan Fraud, TimeSpan Verification)
{
    /// <returns>How long evidence of this kind counts.</returns>
    public TimeSpan Of(EvidenceType type, string kind) => Evidence.TryGetValue(kind, out var life) ? life : Evidence[EvidenceTypes.NameOf(type)];
}
