using System.Buffers.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.RequestObjects;

/// <summary>The claims of a request object whose signature has been verified (RFC 9101 §4).</summary>
/// <param name="Claims">As they stand there.</param>
internal sealed record RequestObject(IReadOnlyDictionary<string, JsonElement> Claims)
{
    // As deep as the 'claims' parameter may be, and the object around it.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 17 };

    /// <summary>RFC 7519 §4.1: what is about the token and not the request.</summary>
    private static readonly HashSet<string> About = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

    /// <summary>RFC 9101 §4: an object holds no other. Nor does it hold what authenticates the client, which is not for a browser to carry.</summary>
    private static readonly string[] Forbidden =
        [Parameters.Request, Parameters.RequestUri, Parameters.ClientSecret, Parameters.ClientAssertion, Parameters.ClientAssertionType, Interaction.InteractionParameters.Interaction];

    /// <summary>Reads the payload of a JWT.</summary>
    /// <returns>Null when it is no JSON object, or names anything twice (RFC 7519 §4).</returns>
    public static RequestObject? Read(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload), Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new(document.RootElement.EnumerateObject().ToDictionary(claim => claim.Name, claim => claim.Value.Clone(), StringComparer.Ordinal))
                : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A claim that is one string.</summary>
    public string? Text(string name) => Claims.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>A claim that is a time (RFC 7519 §2, NumericDate).</summary>
    /// <returns>False when it is there and is none.</returns>
    public bool TryTime(string name, out DateTimeOffset? time)
    {
        time = null;
        if (!Claims.TryGetValue(name, out var value))
            return true;
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetDouble(out var seconds) || seconds is not (>= 0 and < 253_402_300_800))
            return false;
        time = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return true;
    }

    /// <summary>RFC 7519 §4.1.3: one audience or several.</summary>
    public IEnumerable<string?> Audiences => Claims.TryGetValue("aud", out var value) ? Texts(value) : [];

    public string? ForbiddenName => Forbidden.FirstOrDefault(Claims.ContainsKey);

    /// <summary>The parameters of the request: numbers and objects as the text that a query would hold (RFC 9101 §4).</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> ToParameters() => Claims.Where(claim => !About.Contains(claim.Key) && claim.Value.ValueKind is not JsonValueKind.Null)
        .Select(claim => KeyValuePair.Create(claim.Key, claim.Key == Parameters.Resource ? new StringValues([.. Texts(claim.Value)]) : new StringValues(Value(claim.Value))));

    private static IEnumerable<string?> Texts(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(Value) : [Value(value)];

    private static string? Value(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : JsonSerializer.Serialize(value);
}
