namespace Identity.Domain.Verification.Levels;

/// <summary>
/// Whether somebody has proved again that they are the person whom an account's record is of (NIST SP 800-63B-4 §4.2.2.2): by
/// evidence found now, which alone reaches the level that the record reached. Pure: the same arguments give the same answer.
/// </summary>
internal static class ReproofPolicy
{
    /// <param name="rules">What makes a level.</param>
    /// <param name="framework">In which scheme of levels.</param>
    /// <param name="record">All that the account was given, in any order.</param>
    /// <param name="indicators">All that speaks against its owner.</param>
    /// <param name="found">What was found now, on no record.</param>
    /// <param name="now">When.</param>
    /// <returns>No, too, for an account whose record reached no level that asks for proof.</returns>
    public static bool IsProvenAgain(
        LevelRules rules, Framework framework, IReadOnlyList<HeldEvidence> record, IReadOnlyList<HeldIndicator> indicators, IReadOnlyList<HeldEvidence> found, DateTimeOffset now)
    {
        var kept = record.Where(item => item.RevokedAt is null).ToList();
        return Reached(rules, framework, kept) is { IsOpenToAll: false } needed
            && EvidencePolicy.AreOfOnePerson([.. kept, .. found])
            && EvidencePolicy.Judge(rules, framework, found, indicators, now).Reaches(needed);
    }

    // The highest there ever was: what has run out since says no less of whom the account is. What spoke against its owner
    // makes the account no easier to get into.
    private static Level? Reached(LevelRules rules, Framework framework, IReadOnlyList<HeldEvidence> kept) => kept
        .Select(last => EvidencePolicy.Judge(rules, framework, [.. kept.Where(item => item.AddedAt <= last.AddedAt)], [], last.AddedAt).Granted?.Level)
        .MaxBy(level => level?.Rank ?? -1);
}
