using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Identity.Domain.Sessions;

/// <summary>256 random bits, known to the browser alone; the database keeps their SHA-256.</summary>
internal static class SessionKey
{
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>The stored form, or null when the text cannot be a key.</returns>
    public static byte[]? Hash(string key)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        // The method that says whether it could throws on some of what it could not.
        return key.Length == 43 && Base64Url.DecodeFromChars(key, bytes, out _, out var written) is OperationStatus.Done && written == Bytes
            ? SHA256.HashData(bytes)
            : null;
    }
}
