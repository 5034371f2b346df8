using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>RSA (RFC 8230 §4, RFC 8812 §2) of 2048 to 4096 bits.</summary>
internal sealed record CoseRsaKey : CoseKey
{
    private const int LeastBytes = 256;
    private const int MostBytes = 512;
    private const int MostExponentBytes = 4;

    private readonly RSAParameters _parameters;

    public CoseRsaKey(CoseAlgorithm algorithm, byte[] encoded, IReadOnlyDictionary<long, object> labels) : base(algorithm, encoded)
    {
        Only(labels, 4);
        _parameters = new()
        {
            Modulus = Bytes(labels, -1, LeastBytes, MostBytes),
            Exponent = Bytes(labels, -2, 1, MostExponentBytes),
        };

        // RFC 8230 §4 and RFC 8017 §3.1: no leading zero, an odd modulus, an odd exponent above 1.
        WebAuthnException.Unless(_parameters.Modulus[0] != 0 && (_parameters.Modulus[^1] & 1) == 1
            && _parameters.Exponent[0] != 0 && (_parameters.Exponent[^1] & 1) == 1 && _parameters.Exponent is not [1], WebAuthnError.InvalidPublicKey);
        RSA.Create(_parameters).Dispose();
    }

    /// <summary>Modulus and exponent, for those who compare keys.</summary>
    public RSAParameters Parameters => _parameters;

    protected override bool Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = RSA.Create(_parameters);
        var (hash, padding) = Algorithm switch
        {
            CoseAlgorithm.RS256 => (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            CoseAlgorithm.RS384 => (HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            CoseAlgorithm.RS512 => (HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => (HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        };
        return key.VerifyData(data, signature, hash, padding);
    }
}
