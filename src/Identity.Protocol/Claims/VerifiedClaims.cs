using System.Globalization;
using System.Text.Json.Nodes;
using Identity.Domain.Consent;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;

namespace Identity.Protocol.Claims;

/// <summary>
/// Answers one entry of <c>verified_claims</c> (OpenID Connect for Identity Assurance 1.0 §5 and §6): by what rules and how surely
/// claims were verified, when, and by what. No more than was asked, never a document's number, and nothing at all where a limit
/// on the verification is not met (§5.7.4).
/// </summary>
internal sealed class VerifiedClaims(LevelRules rules, TimeProvider clock)
{
    /// <summary>The claims that can be verified.</summary>
    public static IReadOnlyList<string> Supported { get; } = ["given_name", "family_name", "birthdate", "address", "nhs_number"];

    /// <returns>Null when the citizen is not verified in that way, or agreed to none of it.</returns>
    public JsonObject? Answer(RequestedVerification asked, IReadOnlyCollection<SharedItem> agreed, IReadOnlyList<HeldEvidence> evidence, IReadOnlyList<HeldIndicator> against)
    {
        if (asked.IsBeyond || (asked.Evidence is not null && agreed.All(item => item.Name != SharedItem.Evidence)))
            return null;
        foreach (var framework in rules.Frameworks.Values.Where(one => one.TrustFramework is { } name && asked.TrustFramework.Accepts(name)))
        {
            var standing = EvidencePolicy.Judge(rules, framework, evidence, against, clock.GetUtcNow());
            if (Level(asked.AssuranceLevel, framework, standing) is { } level && Verification(asked, framework, level, standing) is { } verification && Claims(asked, agreed, standing) is { } claims)
                return new JsonObject { ["verification"] = verification, ["claims"] = claims };
        }

        return null;
    }

    // The highest that was asked for and is reached; what takes no proof says nothing.
    private static Level? Level(RequestedClaim? asked, Framework framework, Standing standing) =>
        asked?.Values is null
            ? standing.Granted is { Level: { IsOpenToAll: false } granted } ? granted : null
            : framework.Levels.LastOrDefault(level => !level.IsOpenToAll && asked.Accepts(level.Name) && standing.Reaches(level));

    private JsonObject? Verification(RequestedVerification asked, Framework framework, Level level, Standing standing)
    {
        var by = standing.Granted!.By; // A level is reached.
        var time = by.Max(item => item.CheckedAt);
        if (asked.Time is { } limit && !limit.Accepts(time, clock.GetUtcNow()))
            return null;

        var answer = new JsonObject { ["trust_framework"] = framework.TrustFramework };
        if (asked.AssuranceLevel is not null)
            answer["assurance_level"] = level.Name;
        if (asked.Time is not null)
            answer["time"] = Text(time);
        if (asked.Evidence is null)
            return answer;
        var told = by.Select(item => Evidence(item, asked.Evidence)).OfType<JsonObject>().ToArray<JsonNode>();
        if (told.Length == 0)
            return null;
        answer["evidence"] = new JsonArray(told);
        return answer;
    }

    private static JsonObject? Evidence(HeldEvidence item, IReadOnlyList<RequestedEvidence> filters)
    {
        var type = EvidenceTypes.NameOf(item.Type);
        if (filters.FirstOrDefault(filter => filter.Type == type && Fits(item, filter)) is not { } asked)
            return null;
        var answer = new JsonObject { ["type"] = type };
        if (asked.Kind is not null && item.Type is not EvidenceType.ElectronicSignature)
            answer[RequestedEvidence.DetailsOf(type)] = new JsonObject { ["type"] = item.Kind };
        if (asked.CheckMethods is not null)
        {
            answer["check_details"] = new JsonArray([.. item.Checks.Select(check => new JsonObject
            {
                ["check_method"] = check.Method,
                ["organization"] = check.By,
                ["time"] = Text(check.At),
            })]);
        }

        return answer;
    }

    private static bool Fits(HeldEvidence item, RequestedEvidence filter) => !filter.IsBeyond
        && filter.Kind?.Accepts(item.Kind) != false
        && (filter.CheckMethods is not { Count: > 0 } methods || methods.Any(method => item.Checks.Any(check => method.Accepts(check.Method))));

    private static JsonObject? Claims(RequestedVerification asked, IEnumerable<SharedItem> agreed, Standing standing)
    {
        var allowed = agreed.SelectMany(item => item.Claims).Intersect(Supported).ToList();
        var told = asked.Claims
            .Where(claim => allowed.Contains(claim.Key) && standing.Claims.TryGetValue(claim.Key, out var value) && claim.Value.Accepts(value))
            .ToDictionary(claim => claim.Key, claim => Value(claim.Key, standing.Claims[claim.Key]));
        return told.Count == 0 ? null : new JsonObject(told);
    }

    // OpenID Connect Core §5.1.1: an address is an object, of which the lines are one part.
    private static JsonNode? Value(string claim, string value) => claim == "address" ? new JsonObject { ["formatted"] = value } : JsonValue.Create(value);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
