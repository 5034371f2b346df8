using System.Text.Json;
using Identity.Protocol.Claims;

namespace Identity.Protocol.StepUp;

/// <summary>The member <c>acr</c> of <c>id_token</c> in the <c>claims</c> parameter (OpenID Connect Core §5.5.1).</summary>
/// <param name="Values">Of <c>values</c> or <c>value</c>.</param>
/// <param name="Essential">Whether it is <c>essential</c>.</param>
internal sealed record RequestedAcr(IReadOnlyList<string> Values, bool Essential)
{
    /// <returns>Null when there is none.</returns>
    /// <exception cref="JsonException">The parameter is not what the specification says.</exception>
    public static RequestedAcr? Read(string? claims)
    {
        if (string.IsNullOrEmpty(claims))
            return null;

        using var document = JsonDocument.Parse(claims, RequestedClaims.Strict);
        if (Member(document.RootElement, "id_token") is not { } token || Member(token, "acr") is not { } acr)
            return null;

        var values = Member(acr, "values") is { } several
            ? [.. Kind(several, JsonValueKind.Array).EnumerateArray().Select(Text)]
            : Member(acr, "value") is { } one ? new List<string> { Text(one) } : [];
        return new RequestedAcr(values, Member(acr, "essential") is { } essential && Flag(essential));
    }

    // OpenID Connect Core §5.5: null asks for a claim in the usual way.
    private static JsonElement? Member(JsonElement holder, string name) =>
        Kind(holder, JsonValueKind.Object).TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    private static string Text(JsonElement element) => Kind(element, JsonValueKind.String).GetString()!; // Its kind is known.

    private static bool Flag(JsonElement element) => element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw new JsonException();

    private static JsonElement Kind(JsonElement element, JsonValueKind kind) => element.ValueKind == kind ? element : throw new JsonException();
}
