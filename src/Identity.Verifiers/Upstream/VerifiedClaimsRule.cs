using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>What <c>verified_claims</c> has to be (OpenID Connect for Identity Assurance Schema 1.0 §5).</summary>
/// <param name="TrustFramework">The value of <c>trust_framework</c>.</param>
/// <param name="AssuranceLevel">The value of <c>assurance_level</c>; empty when any is enough.</param>
/// <param name="EvidenceType">The <c>type</c> of a piece of evidence that has to be among theirs; empty when none has to.</param>
internal sealed record VerifiedClaimsRule(string TrustFramework, string AssuranceLevel, string EvidenceType)
{
    private const int Most = 10;

    /// <summary>Reads one.</summary>
    /// <returns>Null when there is none.</returns>
    public static VerifiedClaimsRule? Read(VerifierSettings settings)
    {
        var rule = new VerifiedClaimsRule(settings.Text("TrustFramework"), settings.Text("AssuranceLevel"), settings.Text("EvidenceType"));
        if (rule.TrustFramework.Length == 0 && (rule.AssuranceLevel.Length > 0 || rule.EvidenceType.Length > 0))
            settings.Fault("TrustFramework", "is not set: write by whose rules AssuranceLevel and EvidenceType mean something.");
        return rule.TrustFramework.Length > 0 ? rule : null;
    }

    /// <summary>Finds what fits.</summary>
    /// <returns>The claims, and when they were verified if that is said; null when nothing fits.</returns>
    public (JsonElement Claims, DateTimeOffset? CheckedAt)? Match(UpstreamAnswer answer)
    {
        foreach (var entry in answer.Sources.SelectMany(Entries))
        {
            if (entry.TryGetProperty("verification", out var verification) && Fits(verification) && entry.TryGetProperty("claims", out var claims) && claims.ValueKind is JsonValueKind.Object)
                return (claims, Time(verification));
        }

        return null;
    }

    /// <summary>Asks for it, by the parameter <c>claims</c> (OpenID Connect Core §5.5, OpenID Connect for Identity Assurance §6).</summary>
    /// <param name="rules">Those of which one is enough.</param>
    /// <param name="claims">The names of the claims that are wanted.</param>
    public static string Request(IReadOnlyList<VerifiedClaimsRule> rules, IReadOnlyList<string> claims) =>
        new JsonObject { ["id_token"] = Wanted(rules, claims), ["userinfo"] = Wanted(rules, claims) }.ToJsonString();

    private static JsonObject Wanted(IReadOnlyList<VerifiedClaimsRule> rules, IReadOnlyList<string> claims) =>
        new() { ["verified_claims"] = new JsonArray([.. rules.Select(rule => (JsonNode)rule.Wanted(claims))]) };

    private JsonObject Wanted(IReadOnlyList<string> claims)
    {
        var verification = new JsonObject { ["trust_framework"] = Value(TrustFramework), ["time"] = null };
        if (AssuranceLevel.Length > 0)
            verification["assurance_level"] = Value(AssuranceLevel);
        if (EvidenceType.Length > 0)
            verification["evidence"] = new JsonArray(new JsonObject { ["type"] = Value(EvidenceType) });
        return new JsonObject { ["verification"] = verification, ["claims"] = new JsonObject(claims.Select(claim => KeyValuePair.Create(claim, (JsonNode?)null))) };

        static JsonObject Value(string value) => new() { ["value"] = value };
    }

    private bool Fits(JsonElement verification) => Json.Text(verification, "trust_framework") == TrustFramework
        && (AssuranceLevel.Length == 0 || Json.Text(verification, "assurance_level") == AssuranceLevel)
        && (EvidenceType.Length == 0 || (verification.TryGetProperty("evidence", out var evidence) && evidence.ValueKind is JsonValueKind.Array
            && evidence.EnumerateArray().Any(piece => Json.Text(piece, "type") == EvidenceType)));

    // §5: one, or an array of several.
    private static IEnumerable<JsonElement> Entries(JsonElement source) => !source.TryGetProperty("verified_claims", out var found) ? []
        : (found.ValueKind is JsonValueKind.Array ? found.EnumerateArray().Take(Most) : [found]).Where(entry => entry.ValueKind is JsonValueKind.Object);

    private static DateTimeOffset? Time(JsonElement verification) =>
        DateTimeOffset.TryParse(Json.Text(verification, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
