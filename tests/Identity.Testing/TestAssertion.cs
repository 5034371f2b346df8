using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Partners;

namespace Identity.Testing;

/// <summary>A client assertion (RFC 7523), valid by default; a test changes one thing. A null value leaves a member out.</summary>
public sealed class TestAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static readonly ECDsa Ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly RSA Rsa = RSA.Create(2048);

    /// <summary>Both public keys, as a client registers them.</summary>
    public static JsonElement Jwks { get; } = JsonSerializer.SerializeToElement(new { keys = new object[] { EcdsaKey(), RsaKey() } });

    public Dictionary<string, object?> Header { get; } = new() { ["alg"] = "ES256" };

    public Dictionary<string, object?> Claims { get; }

    public TestAssertion(string clientId, DateTimeOffset now) => Claims = new()
    {
        ["iss"] = clientId,
        ["sub"] = clientId,
        ["aud"] = TestProvider.Issuer.AbsoluteUri,
        ["jti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
    };

    /// <summary>A client that authenticates by it.</summary>
    public static Client Register(Client client) => client with { TokenEndpointAuthMethod = "private_key_jwt", Jwks = Jwks, ClientSecretSha256 = [] };

    /// <param name="sign">Signs the input in place of the client's own key.</param>
    public string Write(Func<byte[], byte[]>? sign = null)
    {
        var input = $"{Part(Header)}.{Part(Claims)}";
        var bytes = Encoding.ASCII.GetBytes(input);
        var signature = sign?.Invoke(bytes) ?? Header["alg"] switch
        {
            "RS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => Ecdsa.SignData(bytes, HashAlgorithmName.SHA256),
        };
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Signs in place of a key, with HS256 (RFC 7518 §3.2).</summary>
    public static byte[] SignWithSecret(byte[] input) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestClient.Secret), input);

    /// <summary>The two parameters that carry it.</summary>
    public (string, string?)[] Parameters(Func<byte[], byte[]>? sign = null) => [("client_assertion_type", Type), ("client_assertion", Write(sign))];

    private static string Part(Dictionary<string, object?> members) => Base64Url.EncodeToString(
        JsonSerializer.SerializeToUtf8Bytes(members.Where(member => member.Value is not null).ToDictionary()));

    private static object EcdsaKey()
    {
        var point = Ecdsa.ExportParameters(false).Q;
        return new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), kid = "ec", use = "sig" };
    }

    private static object RsaKey()
    {
        var key = Rsa.ExportParameters(false);
        return new { kty = "RSA", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent), kid = "rsa", use = "sig" };
    }
}
