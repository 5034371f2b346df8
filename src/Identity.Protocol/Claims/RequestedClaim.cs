using System.Text.Json;

namespace Identity.Protocol.Claims;

/// <summary>What is asked of one member (OpenID Connect Core §5.5.1; OpenID Connect for Identity Assurance §5.3).</summary>
/// <param name="Essential">Whether the client says that it cannot do without.</param>
/// <param name="Values">Those of <c>value</c> or <c>values</c>, of which it has to be one; null when any will do.</param>
/// <param name="MaxAge">How many seconds ago a time may be, or null.</param>
internal sealed record RequestedClaim(bool Essential, IReadOnlyList<JsonElement>? Values, long? MaxAge)
{
    /// <summary>Whether it limits what is told.</summary>
    public bool IsLimited => Values is not null || MaxAge is not null;

    /// <exception cref="JsonException">It is not what the specification says.</exception>
    public static RequestedClaim Read(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Null)
            return new(false, null, null);
        if (element.ValueKind is not JsonValueKind.Object)
            throw new JsonException();
        return new(Flag(element), Limits(element), Age(element));
    }

    /// <summary>Whether a text will do.</summary>
    public bool Accepts(string value) => Values is null || Values.Any(one => one.ValueKind is JsonValueKind.String && one.GetString() == value);

    /// <summary>Whether a time will do.</summary>
    public bool Accepts(DateTimeOffset time, DateTimeOffset now) => MaxAge is not { } seconds || now - time <= TimeSpan.FromSeconds(seconds);

    private static bool Flag(JsonElement element) => element.TryGetProperty("essential", out var essential) && essential.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw new JsonException(),
    };

    private static IReadOnlyList<JsonElement>? Limits(JsonElement element)
    {
        if (element.TryGetProperty("values", out var values))
            return values.ValueKind is JsonValueKind.Array ? [.. values.EnumerateArray()] : throw new JsonException();
        return element.TryGetProperty("value", out var value) ? [value] : null;
    }

    private static long? Age(JsonElement element) => !element.TryGetProperty("max_age", out var age) ? null
        : age.ValueKind is JsonValueKind.Number && age.TryGetInt64(out var seconds) && seconds is >= 0 and <= int.MaxValue ? seconds
        : throw new JsonException();
}
