using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Identity.Benchmarks.Floor;

/// <summary>RFC 7515 §3.1 by hand: what an ES256 token costs when nothing else is done.</summary>
internal static class Jwt
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"ES256","typ":"at+jwt","kid":"floor"}"""u8);

    public static string Sign()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var payload = JsonSerializer.SerializeToUtf8Bytes(new { iss = "floor", sub = "citizen", aud = "application", iat = now, exp = now + 600, jti = RandomNumberGenerator.GetHexString(32) });
        var input = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{input}.{Base64Url.EncodeToString(Key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    public static bool Verify(string token, ECDsa? key = null)
    {
        var end = token.LastIndexOf('.');
        return end > 0 && (key ?? Key).VerifyData(Encoding.ASCII.GetBytes(token[..end]), Base64Url.DecodeFromChars(token.AsSpan(end + 1)), HashAlgorithmName.SHA256);
    }

    /// <summary>Verifies an assertion whose key is unknown here: the same work, and an answer that is not asked for.</summary>
    public static void VerifyForeign(string token) => Verify(token, Key);
}
