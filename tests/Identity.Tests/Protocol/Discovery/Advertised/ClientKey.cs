using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>The key of a client, for an algorithm of RFC 7518.</summary>
internal sealed record ClientKey(JsonElement Jwks, Func<byte[], byte[]> Sign)
{
    private static readonly ECDsa[] Curves = [ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDsa.Create(ECCurve.NamedCurves.nistP384), ECDsa.Create(ECCurve.NamedCurves.nistP521)];

    /// <summary>One to sign with.</summary>
    public static ClientKey Of(string algorithm)
    {
        var (hash, index) = algorithm[2..] switch
        {
            "256" => (HashAlgorithmName.SHA256, 0),
            "384" => (HashAlgorithmName.SHA384, 1),
            "512" => (HashAlgorithmName.SHA512, 2),
            _ => throw new UntriedException(algorithm),
        };
        return algorithm[..2] switch
        {
            "ES" => new(Curve(Curves[index]), input => Curves[index].SignData(input, hash)),
            "RS" => new(TestAssertion.Jwks, input => TestAssertion.Rsa.SignData(input, hash, RSASignaturePadding.Pkcs1)),
            "PS" => new(TestAssertion.Jwks, input => TestAssertion.Rsa.SignData(input, hash, RSASignaturePadding.Pss)),
            _ => throw new UntriedException(algorithm),
        };
    }

    /// <summary>One that answers are encrypted for.</summary>
    public static JsonElement ToEncrypt()
    {
        var key = TestAssertion.Rsa.ExportParameters(false);
        return JsonSerializer.SerializeToElement(new { keys = new object[] { new { kty = "RSA", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent), kid = "enc", use = "enc" } } });
    }

    private static JsonElement Curve(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return JsonSerializer.SerializeToElement(new { keys = new object[] { new { kty = "EC", crv = $"P-{key.KeySize}", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), kid = "ec", use = "sig" } } });
    }
}
