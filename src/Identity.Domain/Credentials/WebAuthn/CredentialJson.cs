using System.Text.Json;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>A <c>PublicKeyCredential.toJSON()</c> (§5.1.2 and following), read strictly: no name twice, nothing oversized.</summary>
internal sealed class CredentialJson : IDisposable
{
    public const int MostCharacters = 65_536;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly JsonDocument _document;
    private readonly JsonElement _response;

    private CredentialJson(JsonDocument document)
    {
        _document = document;
        WebAuthnException.Unless(document.RootElement.ValueKind is JsonValueKind.Object, WebAuthnError.Malformed);
        WebAuthnException.Unless(Text(document.RootElement, "type") == "public-key", WebAuthnError.Malformed);
        WebAuthnException.Unless(document.RootElement.TryGetProperty("response", out _response)
            && _response.ValueKind is JsonValueKind.Object, WebAuthnError.Malformed);
        CredentialId = Bytes(document.RootElement, "rawId", AttestedCredential.MostIdBytes) ?? throw WebAuthnException.Malformed();
        WebAuthnException.Unless(Text(document.RootElement, "id") == Base64UrlText.Of(CredentialId), WebAuthnError.CredentialMismatch);
    }

    public byte[] CredentialId { get; }

    public static CredentialJson Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
            throw WebAuthnException.Malformed();
        WebAuthnException.Unless(json.Length <= MostCharacters, WebAuthnError.TooLarge);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(json, Strict);
            return new(document);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // A lone surrogate is found only when the string is read.
            document?.Dispose();
            throw WebAuthnException.Malformed();
        }
        catch (WebAuthnException)
        {
            document?.Dispose();
            throw;
        }
    }

    public byte[] Bytes(string name) => Bytes(_response, name, MostCharacters) ?? throw WebAuthnException.Malformed();

    public byte[]? BytesIfAny(string name, int most) => Bytes(_response, name, most);

    public IReadOnlyList<string> TextsIfAny(string name)
    {
        if (!_response.TryGetProperty(name, out var found) || found.ValueKind is not JsonValueKind.Array)
            return [];
        return [.. found.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(String)];
    }

    public void Dispose() => _document.Dispose();

    private static byte[]? Bytes(JsonElement parent, string name, int most)
    {
        if (Text(parent, name) is not { } text)
            return null;
        var bytes = Base64UrlText.Read(text) ?? throw WebAuthnException.Malformed();
        WebAuthnException.Unless(bytes.Length <= most, WebAuthnError.TooLarge);
        return bytes;
    }

    private static string? Text(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var found) || found.ValueKind is JsonValueKind.Null)
            return null;
        return found.ValueKind is JsonValueKind.String ? String(found) : throw WebAuthnException.Malformed();
    }

    private static string String(JsonElement text)
    {
        try
        {
            return text.GetString()!; // Callers have seen that it is a string.
        }
        catch (InvalidOperationException)
        {
            throw WebAuthnException.Malformed();
        }
    }
}
