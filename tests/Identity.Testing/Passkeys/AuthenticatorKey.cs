using System.Formats.Cbor;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Identity.Testing.Passkeys;

/// <summary>A credential's key pair, with its public half as COSE writes it.</summary>
public sealed class AuthenticatorKey
{
    private readonly Func<byte[], byte[]> _sign;

    private AuthenticatorKey(int algorithm, byte[] cose, Func<byte[], byte[]> sign) => (Algorithm, Cose, _sign) = (algorithm, cose, sign);

    /// <summary>Its COSE number.</summary>
    public int Algorithm { get; }

    public byte[] Cose { get; }

    public byte[] Sign(byte[] data) => _sign(data);

    /// <param name="algorithm">-7 (ES256), -8 (EdDSA), -35 (ES384), -36 (ES512) or -257 (RS256).</param>
    public static AuthenticatorKey Create(int algorithm) => algorithm switch
    {
        -7 => Ec(algorithm, 1, ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256),
        -35 => Ec(algorithm, 2, ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384),
        -36 => Ec(algorithm, 3, ECCurve.NamedCurves.nistP521, HashAlgorithmName.SHA512),
        -8 => Ed25519(),
        -257 => Rsa(),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    private static AuthenticatorKey Ec(int algorithm, int curve, ECCurve named, HashAlgorithmName hash)
    {
        var key = ECDsa.Create(named);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new(algorithm, Map((1, 2), (3, algorithm), (-1, curve), (-2, point.X!), (-3, point.Y!)), // A key just made has a point.
            data => key.SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence));
    }

    private static AuthenticatorKey Ed25519()
    {
        var key = Key.Create(SignatureAlgorithm.Ed25519);
        return new(-8, Map((1, 1), (3, -8), (-1, 6), (-2, key.PublicKey.Export(KeyBlobFormat.RawPublicKey))),
            data => SignatureAlgorithm.Ed25519.Sign(key, data));
    }

    private static AuthenticatorKey Rsa()
    {
        var key = RSA.Create(2048);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new(-257, Map((1, 3), (3, -257), (-1, parameters.Modulus!), (-2, parameters.Exponent!)), // A key just made has both.
            data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static byte[] Map(params (int Label, object Value)[] labels)
    {
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(labels.Length);
        foreach (var (label, value) in labels)
        {
            cbor.WriteInt32(label);
            if (value is byte[] bytes)
                cbor.WriteByteString(bytes);
            else
                cbor.WriteInt32((int)value);
        }
        cbor.WriteEndMap();
        return cbor.Encode();
    }
}
