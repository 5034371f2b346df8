using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>A credential public key (§6.5.1.1, RFC 9052 §7): its algorithm, what that needs and nothing beside it.</summary>
internal abstract record CoseKey(CoseAlgorithm Algorithm, byte[] Encoded)
{
    private const long KeyType = 1;
    private const long Alg = 3;

    /// <summary>Whether <paramref name="signature"/> over <paramref name="data"/> is by this key.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return Check(data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    protected abstract bool Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Reads a key with nothing after it.</summary>
    /// <exception cref="WebAuthnException">It is none.</exception>
    public static CoseKey Parse(byte[] bytes)
    {
        ReadOnlyMemory<byte> rest = bytes;
        var key = Read(ref rest);
        WebAuthnException.Unless(rest.IsEmpty, WebAuthnError.Malformed);
        return key;
    }

    /// <summary>Reads a key and leaves in <paramref name="rest"/> what follows.</summary>
    /// <exception cref="WebAuthnException">It is none.</exception>
    public static CoseKey Read(ref ReadOnlyMemory<byte> rest)
    {
        var labels = CborText.ReadFirst(rest, ReadLabels, out var left);
        var encoded = rest[..^left.Length].ToArray();
        rest = left;
        try
        {
            return Of(labels, encoded);
        }
        catch (CryptographicException)
        {
            throw new WebAuthnException(WebAuthnError.InvalidPublicKey);
        }
    }

    // §5.8.5: each algorithm has its one curve.
    private static CoseKey Of(Dictionary<long, object> labels, byte[] encoded) => (Number(labels, KeyType), Number(labels, Alg)) switch
    {
        (2, (long)CoseAlgorithm.ES256) => new CoseEcKey(CoseAlgorithm.ES256, encoded, labels),
        (2, (long)CoseAlgorithm.ES384) => new CoseEcKey(CoseAlgorithm.ES384, encoded, labels),
        (2, (long)CoseAlgorithm.ES512) => new CoseEcKey(CoseAlgorithm.ES512, encoded, labels),
        (1, (long)CoseAlgorithm.EdDsa) => new CoseEdwardsKey(CoseAlgorithm.EdDsa, encoded, labels),
        (1, (long)CoseAlgorithm.Ed448) => new CoseEdwardsKey(CoseAlgorithm.Ed448, encoded, labels),
        (3, (long)CoseAlgorithm.RS256) => new CoseRsaKey(CoseAlgorithm.RS256, encoded, labels),
        (3, (long)CoseAlgorithm.RS384) => new CoseRsaKey(CoseAlgorithm.RS384, encoded, labels),
        (3, (long)CoseAlgorithm.RS512) => new CoseRsaKey(CoseAlgorithm.RS512, encoded, labels),
        (3, (long)CoseAlgorithm.PS256) => new CoseRsaKey(CoseAlgorithm.PS256, encoded, labels),
        _ => throw new WebAuthnException(WebAuthnError.UnsupportedAlgorithm),
    };

    private static Dictionary<long, object> ReadLabels(CborReader reader)
    {
        var labels = new Dictionary<long, object>();
        for (var left = reader.ReadStartMap() ?? throw WebAuthnException.Malformed(); left > 0; left--)
        {
            var label = reader.ReadInt64();
            labels.Add(label, reader.PeekState() is CborReaderState.ByteString ? reader.ReadByteString() : reader.ReadInt64());
        }
        reader.ReadEndMap();
        return labels;
    }

    protected static long Number(IReadOnlyDictionary<long, object> labels, long label) =>
        labels.TryGetValue(label, out var found) && found is long number ? number : throw new WebAuthnException(WebAuthnError.InvalidPublicKey);

    protected static byte[] Bytes(IReadOnlyDictionary<long, object> labels, long label, int least, int most) =>
        labels.TryGetValue(label, out var found) && found is byte[] bytes && bytes.Length >= least && bytes.Length <= most
            ? bytes
            : throw new WebAuthnException(WebAuthnError.InvalidPublicKey);

    // §6.5.1.1: the key holds alg and what its type requires, and no other parameter.
    protected static void Only(IReadOnlyDictionary<long, object> labels, int count) =>
        WebAuthnException.Unless(labels.Count == count, WebAuthnError.InvalidPublicKey);
}
