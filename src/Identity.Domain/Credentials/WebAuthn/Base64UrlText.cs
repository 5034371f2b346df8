using System.Buffers.Text;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>base64url without padding (RFC 4648 §5), in its one spelling: no spaces, no bits to spare.</summary>
internal static class Base64UrlText
{
    public static string Of(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <returns>The bytes, or null when the text is not the one way to write them.</returns>
    public static byte[]? Read(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return Of(bytes) == text ? bytes : null;
    }
}
