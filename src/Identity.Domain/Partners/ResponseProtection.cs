using System.Text.Json;

namespace Identity.Domain.Partners;

/// <summary>The rules of a registration for how answers are signed and encrypted (OpenID Connect Registration §2).</summary>
public static class ResponseProtection
{
    /// <summary>RFC 7518 §4.3: how the key of the content is encrypted.</summary>
    public static IReadOnlyList<string> KeyAlgorithms { get; } = ["RSA-OAEP"];

    /// <summary>RFC 7518 §5.2: how the content is.</summary>
    public static IReadOnlyList<string> ContentAlgorithms { get; } = ["A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512"];

    /// <summary>With what user-info can be signed.</summary>
    public static IReadOnlyList<string> SigningAlgorithms { get; } = ["ES256", "RS256"];

    internal static IEnumerable<string> Faults(Client client)
    {
        if (client.UserinfoSignedResponseAlg is { } signed && !SigningAlgorithms.Contains(signed))
            yield return $"userinfo_signed_response_alg: '{signed}' is not supported. Write one of {string.Join(", ", SigningAlgorithms)}.";
        if (client is { UserinfoEncryptedResponseAlg: not null, UserinfoSignedResponseAlg: null })
            yield return "userinfo_encrypted_response_alg: name userinfo_signed_response_alg too. What is encrypted and not signed could be anybody's.";
        foreach (var (name, algorithm, content) in new[]
        {
            ("id_token_encrypted_response", client.IdTokenEncryptedResponseAlg, client.IdTokenEncryptedResponseEnc),
            ("userinfo_encrypted_response", client.UserinfoEncryptedResponseAlg, client.UserinfoEncryptedResponseEnc),
        })
        {
            if (algorithm is not null && !KeyAlgorithms.Contains(algorithm))
                yield return $"{name}_alg: '{algorithm}' is not supported. Write {string.Join(", ", KeyAlgorithms)}.";
            if (!ContentAlgorithms.Contains(content))
                yield return $"{name}_enc: '{content}' is not supported. Write one of {string.Join(", ", ContentAlgorithms)}.";
            // What is at an address of the client's own is looked at when it is fetched.
            if (algorithm is not null && KeyAlgorithms.Contains(algorithm) && client.JwksUri is null && !HasKey(client.Jwks, algorithm))
                yield return $"jwks: {name}_alg needs an RSA key of 2048 bits or more, with \"use\": \"enc\" or without a use, and without another \"alg\".";
        }
    }

    /// <summary>Whether a key may encrypt: RFC 7517 §4.2 and §4.4, it says what it is for, or nothing.</summary>
    public static bool Encrypts(string? type, string? use, string? alg, string algorithm) => type == "RSA" && (use is null or "" or "enc") && (string.IsNullOrEmpty(alg) || alg == algorithm);

    // Whether they are keys at all, PublicKeys says.
    private static bool HasKey(JsonElement? jwks, string algorithm) => jwks is { ValueKind: JsonValueKind.Object } set && set.TryGetProperty("keys", out var keys) && keys.ValueKind is JsonValueKind.Array
        && keys.EnumerateArray().Any(key => Encrypts(Text(key, "kty"), Text(key, "use"), Text(key, "alg"), algorithm));

    private static string? Text(JsonElement key, string name) =>
        key.ValueKind is JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
