namespace Identity.Domain.Verification.Levels;

/// <summary>
/// Turns evidence into a level: nothing else does. What counts is of one person, the one whom the first evidence was of, so that
/// nobody becomes somebody else; what speaks against them lowers no score but holds a level back. More evidence of the same
/// person never means less. Pure: the same arguments give the same answer.
/// </summary>
public static class EvidencePolicy
{
    /// <summary>How an account stands.</summary>
    /// <param name="rules">What makes a level.</param>
    /// <param name="framework">In which scheme of levels.</param>
    /// <param name="evidence">All that the account was given, in any order.</param>
    /// <param name="indicators">All that speaks against its owner.</param>
    /// <param name="now">When.</param>
    public static Standing Judge(LevelRules rules, Framework framework, IReadOnlyList<HeldEvidence> evidence, IReadOnlyList<HeldIndicator> indicators, DateTimeOffset now)
    {
        var (counted, leftOut) = Sort(rules, evidence, now);
        var claims = Vouched(counted);
        var against = Against(rules, indicators, now);
        var reached = Highest(rules, framework, counted, claims, 0, now);
        var allowed = Highest(rules, framework, counted, claims, against, now);
        return new Standing
        {
            Granted = allowed is null ? null : new GrantedLevel(allowed.Level, allowed.Profile?.Name, [.. allowed.By.Select(item => item.Evidence)], Until(rules, allowed.Level, counted, now)),
            Counted = counted,
            LeftOut = leftOut,
            Against = against,
            IsHeldBack = reached?.Level.Rank > (allowed?.Level.Rank ?? -1),
            Claims = claims,
        };
    }

    /// <summary>Whom the evidence is of: the person of the first piece that was not taken back, whether or not its time is over.</summary>
    /// <returns>Null when none says.</returns>
    public static PersonDetails? Person(IEnumerable<HeldEvidence> evidence) => evidence
        .Where(item => item.RevokedAt is null)
        .OrderBy(item => item.AddedAt).ThenBy(item => item.Id)
        .Select(item => PersonDetails.Of(item.Claims))
        .FirstOrDefault(person => person is not null);

    /// <summary>Whether all that says whose it is can be of one person.</summary>
    internal static bool AreOfOnePerson(IEnumerable<HeldEvidence> evidence)
    {
        var persons = evidence.Select(item => PersonDetails.Of(item.Claims)).OfType<PersonDetails>().ToList();
        return persons.All(one => persons.All(one.IsSameAs));
    }

    /// <summary>Whether a level would be reached: what a route is worth is looked at by this, and nothing is granted.</summary>
    internal static bool WouldReach(LevelRules rules, Level level, IReadOnlyList<HeldEvidence> evidence, IReadOnlyList<HeldIndicator> indicators, DateTimeOffset now)
    {
        var (counted, _) = Sort(rules, evidence, now);
        return Highest(rules, rules.Frameworks[level.Framework], counted, Vouched(counted), Against(rules, indicators, now), now) is { } reached && reached.Level.Rank >= level.Rank;
    }

    private static int Against(LevelRules rules, IEnumerable<HeldIndicator> indicators, DateTimeOffset now) =>
        indicators.Sum(indicator => indicator.WeightAt(now, rules.Indicators));

    private static (List<HeldEvidence> Counted, List<LeftOut> LeftOut) Sort(LevelRules rules, IReadOnlyList<HeldEvidence> evidence, DateTimeOffset now)
    {
        var person = Person(evidence);
        var judged = evidence.OrderBy(item => item.AddedAt).ThenBy(item => item.Id).Select(item => (Item: item, Why: WhyNot(item, person, rules, now))).ToList();
        return ([.. judged.Where(pair => pair.Why is null).Select(pair => pair.Item)],
            [.. judged.Where(pair => pair.Why is not null).Select(pair => new LeftOut(pair.Item, pair.Why!.Value))]); // Filtered just before.
    }

    private static LeftOutReason? WhyNot(HeldEvidence item, PersonDetails? first, LevelRules rules, DateTimeOffset now)
    {
        if (item.RevokedAt is not null)
            return LeftOutReason.Revoked;
        if (item.EndsAt(rules.Lifetimes) <= now)
            return LeftOutReason.Expired;
        if (rules.Trusted(item.Verifier, item.Type) is null)
            return LeftOutReason.NotTrusted;
        if (PersonDetails.Of(item.Claims) is not { } person)
            return LeftOutReason.Nameless;
        return first is not null && first.IsSameAs(person) ? null : LeftOutReason.OtherPerson;
    }

    private static Reached? Highest(LevelRules rules, Framework framework, IReadOnlyList<HeldEvidence> counted, IReadOnlyDictionary<string, string> claims, int against, DateTimeOffset now)
    {
        var scored = Score(rules, counted, now);
        return framework.Levels.Reverse().Select(level => Reach(level, scored, claims, against)).FirstOrDefault(reached => reached is not null);
    }

    private static Reached? Reach(Level level, IReadOnlyList<ScoredEvidence> scored, IReadOnlyDictionary<string, string> claims, int against)
    {
        if (level.IsOpenToAll)
            return new(level, null, []);
        if (against > level.MostAgainst || !level.Claims.All(claims.ContainsKey))
            return null;
        return level.Profiles.Select(profile => Gpg45.Match(profile, scored) is { } by ? new Reached(level, profile, by) : null).FirstOrDefault(reached => reached is not null);
    }

    // The first of the times at which something is worth less, at which the level is not reached any more.
    private static DateTimeOffset? Until(LevelRules rules, Level level, IReadOnlyList<HeldEvidence> counted, DateTimeOffset now)
    {
        foreach (var end in counted.SelectMany(item => item.Ends(rules.Lifetimes)).Where(end => end > now).Distinct().Order())
        {
            var left = Score(rules, counted, end);
            if (Reach(level, left, Vouched(left.Select(item => item.Evidence)), 0) is null)
                return end;
        }

        return null;
    }

    // Trust that was taken from a verifier is taken from what it has given before too.
    private static List<ScoredEvidence> Score(LevelRules rules, IEnumerable<HeldEvidence> counted, DateTimeOffset at) =>
        [.. from item in counted
            where item.EndsAt(rules.Lifetimes) > at
            let most = rules.Trusted(item.Verifier, item.Type)
            where most is not null
            select new ScoredEvidence(item, item.ScoresAt(at, rules.Lifetimes).AtMost(most))];

    internal static IReadOnlyDictionary<string, string> Vouched(IEnumerable<HeldEvidence> counted) => counted
        .OrderBy(item => item.Scores.Strength).ThenBy(item => item.CheckedAt).ThenBy(item => item.Id)
        .SelectMany(item => item.Claims)
        .Aggregate(new Dictionary<string, string>(StringComparer.Ordinal), (claims, pair) =>
        {
            claims[pair.Key] = pair.Value;
            return claims;
        });

    private sealed record Reached(Level Level, Profile? Profile, IReadOnlyList<ScoredEvidence> By);
}
