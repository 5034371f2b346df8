using System.Buffers.Text;
using System.Text.Json;

namespace Identity.Domain.Partners;

/// <summary>What a registered key set may hold (RFC 7517 §5): public keys that this provider can use.</summary>
internal static class PublicKeys
{
    private const int MostKeys = 20;

    // RFC 7518 §6.3.1: 2048 bits at least, which are 342 characters, and 8192 at most, which nobody waits for.
    private const int ShortestModulus = 342;
    private const int LongestModulus = 1366;
    private const int LongestExponent = 12;

    // RFC 7518 §6.2.1: the length of a coordinate in base64url.
    private static readonly Dictionary<string, int> Curves = new() { ["P-256"] = 43, ["P-384"] = 64, ["P-521"] = 88 };

    private static readonly string[] Private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? Fault(JsonElement set)
    {
        if (set.ValueKind is not JsonValueKind.Object || !set.TryGetProperty("keys", out var keys) || keys.ValueKind is not JsonValueKind.Array || keys.GetArrayLength() is 0 or > MostKeys)
            return $"write a JSON Web Key Set with 1 to {MostKeys} keys, such as {{\"keys\": [...]}}.";
        return keys.EnumerateArray().Select(KeyFault).FirstOrDefault(fault => fault is not null);
    }

    private static string? KeyFault(JsonElement key)
    {
        if (key.ValueKind is not JsonValueKind.Object)
            return "each key is an object.";
        if (Private.Any(member => key.TryGetProperty(member, out _)))
            return "a key holds its private part. Make a new key, and write only its public part.";
        return Text(key, "kty") switch
        {
            "EC" when Text(key, "crv") is { } curve && Curves.TryGetValue(curve, out var length) && Coordinate(key, "x", length) && Coordinate(key, "y", length) => null,
            "EC" => "an EC key needs crv P-256, P-384 or P-521, and x and y of its length.",
            "RSA" when Encoded(key, "n") is { Length: >= ShortestModulus and <= LongestModulus } && Encoded(key, "e") is { Length: > 0 and <= LongestExponent } => null,
            "RSA" => "an RSA key needs n of 2048 to 8192 bits, and e.",
            var type => $"a key of the type '{type}' is not supported. Write EC or RSA.",
        };
    }

    private static bool Coordinate(JsonElement key, string name, int length) => Encoded(key, name)?.Length == length;

    private static string? Encoded(JsonElement key, string name) => Text(key, name) is { } text && Base64Url.IsValid(text) ? text : null;

    private static string? Text(JsonElement key, string name) => key.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
