using NSec.Cryptography;
using Ed448 = Org.BouncyCastle.Math.EC.Rfc8032.Ed448;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Ed25519 and Ed448 (RFC 8032, RFC 9053 §2.2 and §7.2, RFC 9864).</summary>
internal sealed record CoseEdwardsKey : CoseKey
{
    private readonly byte[] _point;

    public CoseEdwardsKey(CoseAlgorithm algorithm, byte[] encoded, IReadOnlyDictionary<long, object> labels) : base(algorithm, encoded)
    {
        var (number, size) = algorithm is CoseAlgorithm.EdDsa ? (6, 32) : (7, Ed448.PublicKeySize);
        Only(labels, 4);
        WebAuthnException.Unless(Number(labels, -1) == number, WebAuthnError.InvalidPublicKey);
        _point = Bytes(labels, -2, size, size);
        WebAuthnException.Unless(
            algorithm is CoseAlgorithm.EdDsa ? Import() is not null : Ed448.ValidatePublicKeyFull(_point, 0), WebAuthnError.InvalidPublicKey);
    }

    protected override bool Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Algorithm is CoseAlgorithm.EdDsa)
            return signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(Import()!, data, signature); // The constructor imported it.

        // RFC 8032 §5.2.7, with the empty context.
        return signature.Length == Ed448.SignatureSize
            && Ed448.Verify(signature.ToArray(), 0, _point, 0, [], data.ToArray(), 0, data.Length);
    }

    private PublicKey? Import() =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, _point, KeyBlobFormat.RawPublicKey, out var key) ? key : null;
}
