using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Identity.Benchmarks.Floor;

/// <summary>What a passkey costs when nothing else is done: a challenge, and the signature of Web Authentication Level 3 §7.2.</summary>
internal static class Assertion
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static byte[] Options() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
        rpId = "localhost",
        allowCredentials = Array.Empty<object>(),
        userVerification = "required",
    });

    /// <summary>Verifies an answer whose key is unknown here: the same work, and an answer that is not asked for.</summary>
    public static void VerifyForeign(string credential)
    {
        using var document = JsonDocument.Parse(credential);
        var response = document.RootElement.GetProperty("response");
        var (clientData, data, signature) = (Bytes(response, "clientDataJSON"), Bytes(response, "authenticatorData"), Bytes(response, "signature"));
        using var read = JsonDocument.Parse(clientData);
        SHA256.HashData(Bytes(read.RootElement, "challenge"));
        byte[] signed = [.. data, .. SHA256.HashData(clientData)];
        Key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[] Bytes(JsonElement holder, string name) => Base64Url.DecodeFromChars(holder.GetProperty(name).GetString());
}
