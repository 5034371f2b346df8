using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>
/// Whether evidence meets an identity profile of GPG 45: every piece by strength and validity of its own, each another one,
/// in whatever order they came; and the best score of each other kind. Scores never add up; what is more than enough is ignored.
/// </summary>
internal static class Gpg45
{
    /// <returns>The pieces by which the profile is met, in the order of the profile; null when it is not met.</returns>
    public static IReadOnlyList<ScoredEvidence>? Match(Profile profile, IReadOnlyList<ScoredEvidence> evidence)
    {
        var met = Best(evidence, scores => scores.Activity) >= profile.Activity
            && Best(evidence, scores => scores.Fraud) >= profile.Fraud
            && Best(evidence, scores => scores.Verification) >= profile.Verification
            && profile.Methods.All(group => evidence.Any(item => item.Evidence.Checks.Any(check => group.Contains(check.Method))));
        return met ? Place(profile, evidence, []) : null;
    }

    private static IReadOnlyList<ScoredEvidence>? Place(Profile profile, IReadOnlyList<ScoredEvidence> evidence, IReadOnlyList<ScoredEvidence> placed)
    {
        if (placed.Count == profile.Pieces.Count)
            return placed;

        var piece = profile.Pieces[placed.Count];
        return evidence
            .Where(item => item.Scores.Strength >= piece.Strength && item.Scores.Validity >= piece.Validity)
            .Where(item => profile.Types.Count == 0 || profile.Types.Contains(item.Evidence.Type))
            .Where(item => placed.All(other => other.Evidence.Piece != item.Evidence.Piece))
            .Select(item => Place(profile, evidence, [.. placed, item]))
            .FirstOrDefault(rest => rest is not null);
    }

    private static int Best(IReadOnlyList<ScoredEvidence> evidence, Func<EvidenceScores, int> score) =>
        evidence.Select(item => score(item.Scores)).DefaultIfEmpty(0).Max();
}

/// <summary>A piece of evidence, and what it is worth at the time that is looked at.</summary>
internal sealed record ScoredEvidence(HeldEvidence Evidence, EvidenceScores Scores);
