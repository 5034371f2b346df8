using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>
/// What an account lacks for a level, and the cheapest ways to get it: it asks <see cref="EvidencePolicy"/> what would be if a
/// verifier gave the best that it can. One verification gives one piece of evidence: a desk looks at a document or takes
/// somebody's word, and nobody is promised what would take two visits.
/// </summary>
public static class NextSteps
{
    /// <summary>The most verifiers that one plan has: nobody does more for one level.</summary>
    public const int MostInPlan = 3;

    private const int MostOffers = 16;
    private const string Supposed = "supposed";

    private static readonly string[] Naming = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate];

    /// <summary>The plans that would reach a level, cheapest first: those of fewer verifiers, then fewer minutes, no travel, a shorter wait, fewer things.</summary>
    /// <returns>None when the level is reached already, or nothing on offer reaches it.</returns>
    public static IReadOnlyList<RoutePlan> Towards(
        LevelRules rules, Level level, IReadOnlyList<HeldEvidence> evidence, IReadOnlyList<HeldIndicator> indicators, IReadOnlyList<RouteOffer> offers, DateTimeOffset now)
    {
        if (Reaches([]))
            return [];

        var plans = new List<IReadOnlyList<RouteOffer>>();
        for (var size = 1; size <= MostInPlan; size++)
        {
            // What some of them reach without the others is no plan of all of them.
            plans.AddRange([.. Choose([.. offers.Take(MostOffers)], size).Where(chosen => !plans.Any(plan => plan.All(chosen.Contains))).Where(Reaches)]);
        }

        return [.. plans
            .OrderBy(plan => plan.Count).ThenBy(plan => plan.Sum(offer => offer.Minutes)).ThenBy(plan => plan.Count(offer => offer.Travel))
            .ThenBy(plan => plan.Max(offer => offer.Wait)).ThenBy(plan => plan.Sum(offer => offer.Things))
            .Select(plan => new RoutePlan([.. plan.OrderBy(offer => offer.Wait).Select(offer => offer.Verifier)], plan.Sum(offer => offer.Minutes), plan.Max(offer => offer.Wait)))];

        bool Reaches(IReadOnlyList<RouteOffer> chosen)
        {
            if (!chosen.All(offer => CanBegin(offer, chosen, evidence)))
                return false;
            var person = ClaimsOf(evidence);
            var methods = chosen.SelectMany(offer => offer.Methods).ToList();
            var relieved = indicators.Select(indicator => indicator with { Relieved = Math.Max(indicator.Relieved, rules.Indicators.Of(indicator.Code).ReliefBy(methods)) }).ToList();
            var gifts = chosen.Select(offer => offer.Gives.Select((gift, at) => Suppose(offer, gift, at, person, now)).ToList()).ToList();
            // More never means less: what all of it together does not reach, no part does.
            return WouldReach(gifts.SelectMany(gift => gift)) && OneOfEach(gifts).Any(WouldReach);

            bool WouldReach(IEnumerable<HeldEvidence> added) => EvidencePolicy.WouldReach(rules, level, [.. evidence, .. added], relieved, now);
        }
    }

    // Name and birth date stand on all evidence that counts.
    private static bool CanBegin(RouteOffer offer, IReadOnlyList<RouteOffer> chosen, IReadOnlyList<HeldEvidence> evidence) => offer.Requires.Except(Naming).All(claim =>
        evidence.Any(item => item.RevokedAt is null && item.Verifier != offer.Verifier && item.Claims.ContainsKey(claim))
        || chosen.Any(other => other != offer && other.Claims.Contains(claim) && !other.Requires.Contains(claim)));

    private static IEnumerable<IEnumerable<HeldEvidence>> OneOfEach(IEnumerable<IReadOnlyList<HeldEvidence>> gifts) =>
        gifts.Aggregate<IReadOnlyList<HeldEvidence>, IEnumerable<IEnumerable<HeldEvidence>>>([[]], (some, next) => some.SelectMany(_ => next, (before, gift) => before.Append(gift)));

    private static IEnumerable<IReadOnlyList<RouteOffer>> Choose(IReadOnlyList<RouteOffer> offers, int size) => size == 0
        ? [[]]
        : offers.SelectMany((offer, at) => Choose([.. offers.Skip(at + 1)], size - 1).Select(rest => (IReadOnlyList<RouteOffer>)[offer, .. rest]));

    // Evidence of whoever the account's evidence is of, as good as the verifier can give.
    private static HeldEvidence Suppose(RouteOffer offer, EvidenceOffer gift, int at, IReadOnlyDictionary<string, string> person, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Verifier = offer.Verifier,
        Type = gift.Type,
        Kind = EvidenceTypes.NameOf(gift.Type),
        Piece = $"{offer.Verifier} {at}",
        Scores = gift.Most,
        Checks = [.. offer.Methods.DefaultIfEmpty(CheckMethods.Data).Select(method => new EvidenceCheck(method, offer.Verifier, now))],
        Claims = offer.Claims.Where(claim => person.ContainsKey(claim) || !Naming.Contains(claim)).ToDictionary(claim => claim, claim => person.GetValueOrDefault(claim, Supposed)),
        AddedAt = now,
    };

    private static Dictionary<string, string> ClaimsOf(IReadOnlyList<HeldEvidence> evidence)
    {
        var first = evidence.Where(item => item.RevokedAt is null).OrderBy(item => item.AddedAt).ThenBy(item => item.Id)
            .Select(item => item.Claims).FirstOrDefault(claims => PersonDetails.Of(claims) is not null);
        return new(from name in Naming
                   let value = first is null ? Supposed : first.GetValueOrDefault(name)
                   where value is not null
                   select KeyValuePair.Create(name, value));
    }
}
