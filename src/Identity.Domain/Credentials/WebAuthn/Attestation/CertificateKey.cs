using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Checks a signature by the key of a certificate and a COSE algorithm.</summary>
internal static class CertificateKey
{
    // RFC 9053 §2.1, RFC 8812 §2.
    private static readonly Dictionary<CoseAlgorithm, HashAlgorithmName> Hashes = new()
    {
        [CoseAlgorithm.ES256] = HashAlgorithmName.SHA256,
        [CoseAlgorithm.ES384] = HashAlgorithmName.SHA384,
        [CoseAlgorithm.ES512] = HashAlgorithmName.SHA512,
        [CoseAlgorithm.RS256] = HashAlgorithmName.SHA256,
        [CoseAlgorithm.RS384] = HashAlgorithmName.SHA384,
        [CoseAlgorithm.RS512] = HashAlgorithmName.SHA512,
        [CoseAlgorithm.RS1] = HashAlgorithmName.SHA1,
    };

    public static bool Verifies(X509Certificate2 certificate, CoseAlgorithm algorithm, byte[] data, byte[] signature)
    {
        if (!Hashes.TryGetValue(algorithm, out var hash))
            return false;
        try
        {
            return algorithm is CoseAlgorithm.ES256 or CoseAlgorithm.ES384 or CoseAlgorithm.ES512
                ? Ec(certificate, data, signature, hash)
                : Rsa(certificate, data, signature, hash);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether the certificate is of this credential's key.</summary>
    public static bool Is(X509Certificate2 certificate, CoseKey key)
    {
        try
        {
            return key switch
            {
                CoseEcKey ec => IsEc(certificate, ec.Point),
                CoseRsaKey rsa => IsRsa(certificate, rsa.Parameters),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether its key is an elliptic curve key over P-256.</summary>
    public static bool IsOnP256(X509Certificate2 certificate)
    {
        try
        {
            using var key = certificate.GetECDsaPublicKey();
            return key?.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Coordinates have the length of their curve's field, so equal points are on equal curves here.
    private static bool IsEc(X509Certificate2 certificate, ECPoint point)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key?.ExportParameters(includePrivateParameters: false).Q is { } own && own.X.AsSpan().SequenceEqual(point.X) && own.Y.AsSpan().SequenceEqual(point.Y);
    }

    private static bool IsRsa(X509Certificate2 certificate, RSAParameters parameters)
    {
        using var key = certificate.GetRSAPublicKey();
        return key?.ExportParameters(includePrivateParameters: false) is { } own
            && own.Modulus.AsSpan().SequenceEqual(parameters.Modulus) && own.Exponent.AsSpan().SequenceEqual(parameters.Exponent);
    }

    private static bool Ec(X509Certificate2 certificate, byte[] data, byte[] signature, HashAlgorithmName hash)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key is not null && key.VerifyData(data, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static bool Rsa(X509Certificate2 certificate, byte[] data, byte[] signature, HashAlgorithmName hash)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is not null && key.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
    }
}
