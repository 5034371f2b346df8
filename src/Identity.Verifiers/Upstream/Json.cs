using System.Text.Json;

namespace Identity.Verifiers.Upstream;

/// <summary>Reads members of a JSON object that somebody else wrote: what is of another type is not there.</summary>
internal static class Json
{
    /// <returns>Null when there is no such text.</returns>
    public static string? Text(JsonElement value, string member) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(member, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null;

    /// <returns>Null when there is no such array, or it holds something else than texts.</returns>
    public static IReadOnlyList<string>? Texts(JsonElement value, string member) =>
        value.TryGetProperty(member, out var found) && found.ValueKind is JsonValueKind.Array && found.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String)
            ? [.. found.EnumerateArray().Select(item => item.GetString()!)] // Its kind is known.
            : null;

    /// <returns>Whether a list that may be left out has an item.</returns>
    public static bool Lists(JsonElement value, string member, string item) => !value.TryGetProperty(member, out _) || Texts(value, member)?.Contains(item) is true;

    /// <summary>A NumericDate (RFC 7519 §2).</summary>
    /// <returns>Null when there is none.</returns>
    public static DateTimeOffset? Time(JsonElement value, string member) =>
        value.TryGetProperty(member, out var found) && found.ValueKind is JsonValueKind.Number && found.TryGetDouble(out var seconds) && seconds is >= 0 and < 253402300800
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
