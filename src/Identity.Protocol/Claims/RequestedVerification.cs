using System.Text.Json;

namespace Identity.Protocol.Claims;

/// <summary>
/// One entry of <c>verified_claims</c> in a request (OpenID Connect for Identity Assurance 1.0 §5): which claims, verified how.
/// </summary>
internal sealed record RequestedVerification
{
    /// <summary>By what rules.</summary>
    public required RequestedClaim TrustFramework { get; init; }

    /// <summary>How surely by those rules; null when it is not asked.</summary>
    public RequestedClaim? AssuranceLevel { get; init; }

    /// <summary>When; null when it is not asked.</summary>
    public RequestedClaim? Time { get; init; }

    /// <summary>By what; null when it is not asked. Of several, one has to fit (§5.4).</summary>
    public IReadOnlyList<RequestedEvidence>? Evidence { get; init; }

    /// <summary>Which claims.</summary>
    public required IReadOnlyDictionary<string, RequestedClaim> Claims { get; init; }

    /// <summary>Whether it limits something that is not known here: §5.5.1 says that no limit may be passed over, so nothing fits.</summary>
    public bool IsBeyond { get; init; }

    /// <exception cref="JsonException">It is not what the specification says.</exception>
    public static RequestedVerification Read(JsonElement element)
    {
        var verification = Object(element, "verification");
        var claims = Object(element, "claims").EnumerateObject().ToDictionary(claim => claim.Name, claim => RequestedClaim.Read(claim.Value), StringComparer.Ordinal);
        if (claims.Count == 0)
            throw new JsonException();
        return new RequestedVerification
        {
            TrustFramework = Member(verification, "trust_framework") ?? throw new JsonException(),
            AssuranceLevel = Member(verification, "assurance_level"),
            Time = Member(verification, "time"),
            Evidence = verification.TryGetProperty("evidence", out var evidence) ? [.. Array(evidence).Select(RequestedEvidence.Read)] : null,
            Claims = claims,
            IsBeyond = verification.EnumerateObject().Any(member => member.Name is not ("trust_framework" or "assurance_level" or "time" or "evidence") && RequestedEvidence.Limits(member.Value)),
        };
    }

    private static RequestedClaim? Member(JsonElement holder, string name) => holder.TryGetProperty(name, out var member) ? RequestedClaim.Read(member) : null;

    private static JsonElement Object(JsonElement holder, string name) =>
        holder.ValueKind is JsonValueKind.Object && holder.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Object ? member : throw new JsonException();

    private static IEnumerable<JsonElement> Array(JsonElement element) =>
        element.ValueKind is JsonValueKind.Array && element.GetArrayLength() > 0 ? element.EnumerateArray() : throw new JsonException();
}

/// <summary>One entry of <c>evidence</c> (OpenID Connect for Identity Assurance 1.0 §5.4): a filter, and what is to be told of what fits.</summary>
internal sealed record RequestedEvidence
{
    /// <summary>The type it has to be of.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the checks are to be told, and of which methods one has to be; null when they are not asked.</summary>
    public IReadOnlyList<RequestedClaim>? CheckMethods { get; init; }

    /// <summary>What the document, record or attestation has to be more closely; null when it is not asked.</summary>
    public RequestedClaim? Kind { get; init; }

    /// <summary>As <see cref="RequestedVerification.IsBeyond"/>.</summary>
    public bool IsBeyond { get; init; }

    /// <exception cref="JsonException">It is not what the specification says.</exception>
    public static RequestedEvidence Read(JsonElement element)
    {
        // §5.4: an entry filters by one type, and by one alone.
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty("type", out var type) || RequestedClaim.Read(type).Values is not [{ ValueKind: JsonValueKind.String } name])
            throw new JsonException();
        var details = DetailsOf(name.GetString()!); // Its kind is known.
        return new RequestedEvidence
        {
            Type = name.GetString()!, // As above.
            CheckMethods = element.TryGetProperty("check_details", out var checks) ? ReadChecks(checks) : null,
            Kind = element.TryGetProperty(details, out var kind) ? ReadKind(kind) : null,
            IsBeyond = element.EnumerateObject().Any(member => member.Name is not ("type" or "check_details") && (member.Name == details ? IsBeyondType(member.Value) : Limits(member.Value))),
        };
    }

    /// <summary>The member that says what evidence of a type is more closely.</summary>
    public static string DetailsOf(string type) => type switch
    {
        "document" => "document_details",
        "electronic_record" => "record",
        "vouch" => "attestation",
        _ => "signature_type",
    };

    /// <summary>Whether anything within is limited.</summary>
    public static bool Limits(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(Limits),
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.Name is "value" or "values" or "max_age" || Limits(member.Value)),
        _ => false,
    };

    private static IReadOnlyList<RequestedClaim> ReadChecks(JsonElement checks) => checks.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. checks.EnumerateArray().Select(check =>
            check.ValueKind is JsonValueKind.Object && check.TryGetProperty("check_method", out var method) ? RequestedClaim.Read(method) : new RequestedClaim(false, null, null))],
        _ => throw new JsonException(),
    };

    private static RequestedClaim ReadKind(JsonElement details) => details.ValueKind switch
    {
        JsonValueKind.Null => new(false, null, null),
        JsonValueKind.Object => details.TryGetProperty("type", out var type) ? RequestedClaim.Read(type) : new(false, null, null),
        _ => throw new JsonException(),
    };

    private static bool IsBeyondType(JsonElement details) =>
        details.ValueKind is JsonValueKind.Object && details.EnumerateObject().Any(member => member.Name is not "type" && Limits(member.Value));
}
