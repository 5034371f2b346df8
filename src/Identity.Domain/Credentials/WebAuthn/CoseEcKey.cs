using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>ECDSA on the curves of NIST (RFC 9053 §2.1 and §7.1.1), its points written out.</summary>
internal sealed record CoseEcKey : CoseKey
{
    private readonly ECParameters _parameters;

    public CoseEcKey(CoseAlgorithm algorithm, byte[] encoded, IReadOnlyDictionary<long, object> labels) : base(algorithm, encoded)
    {
        var (number, curve, size) = algorithm switch
        {
            CoseAlgorithm.ES256 => (1, ECCurve.NamedCurves.nistP256, 32),
            CoseAlgorithm.ES384 => (2, ECCurve.NamedCurves.nistP384, 48),
            _ => (3, ECCurve.NamedCurves.nistP521, 66),
        };
        Only(labels, 5);
        WebAuthnException.Unless(Number(labels, -1) == number, WebAuthnError.InvalidPublicKey);
        _parameters = new() { Curve = curve, Q = { X = Bytes(labels, -2, size, size), Y = Bytes(labels, -3, size, size) } };

        // A point beside the curve does not import.
        ECDsa.Create(_parameters).Dispose();
    }

    /// <summary>The point, for those who compare keys.</summary>
    public ECPoint Point => _parameters.Q;

    protected override bool Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(_parameters);
        return key.VerifyData(data, signature, Hash(Algorithm), DSASignatureFormat.Rfc3279DerSequence);
    }

    private static HashAlgorithmName Hash(CoseAlgorithm algorithm) => algorithm switch
    {
        CoseAlgorithm.ES256 => HashAlgorithmName.SHA256,
        CoseAlgorithm.ES384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };
}
