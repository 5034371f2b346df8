using System.Security.Cryptography;
using System.Text.Json;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What the browser says of the ceremony (§5.8.1), with the hash that is signed.</summary>
internal sealed record ClientData(string Type, byte[] Challenge, string Origin, bool IsCrossOrigin, string? TopOrigin, byte[] Hash)
{
    private const int MostBytes = 8192;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>By which a ceremony is found, so that no table holds a challenge.</summary>
    public byte[] ChallengeHash => SHA256.HashData(Challenge);

    /// <exception cref="WebAuthnException">It is none.</exception>
    public static ClientData Parse(byte[] bytes)
    {
        WebAuthnException.Unless(bytes.Length <= MostBytes, WebAuthnError.TooLarge);
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return Read(document.RootElement, bytes);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw WebAuthnException.Malformed();
        }
    }

    private static ClientData Read(JsonElement root, byte[] bytes) => new(
        Text(root, "type") ?? throw WebAuthnException.Malformed(),
        Base64UrlText.Read(Text(root, "challenge") ?? throw WebAuthnException.Malformed()) ?? throw WebAuthnException.Malformed(),
        Text(root, "origin") ?? throw WebAuthnException.Malformed(),
        root.TryGetProperty("crossOrigin", out var cross) && cross.ValueKind is not JsonValueKind.Null && cross.GetBoolean(),
        Text(root, "topOrigin"),
        SHA256.HashData(bytes));

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? found.GetString() : null;
}
