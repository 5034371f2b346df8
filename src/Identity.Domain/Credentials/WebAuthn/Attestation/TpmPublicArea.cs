using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>A TPMT_PUBLIC (TPM 2.0 Library, Part 2 §12.2.4): the credential's key as the TPM sees it.</summary>
internal static class TpmPublicArea
{
    private const int Rsa = 0x0001;
    private const int Ecc = 0x0023;
    private const uint DefaultExponent = 65_537;

    private static readonly Dictionary<int, int> Sizes = new() { [0x0003] = 32, [0x0004] = 48, [0x0005] = 66 };

    /// <summary>Whether it is of this credential's key.</summary>
    public static bool Is(byte[] area, CoseKey key)
    {
        var reader = new TpmReader(area);
        var type = reader.U16();

        // nameAlg, objectAttributes and authPolicy.
        reader.U16();
        reader.U32();
        reader.Sized();
        return (type, key) switch
        {
            (Rsa, CoseRsaKey rsa) => IsRsa(ref reader, rsa),
            (Ecc, CoseEcKey ec) => IsEc(ref reader, ec),
            _ => false,
        };
    }

    /// <summary>The Name of the key (Part 1 §16): its hash, with the number of the hash before it.</summary>
    public static byte[] Name(byte[] area)
    {
        var reader = new TpmReader(area);
        reader.U16();
        var algorithm = reader.U16();
        byte[] hash = algorithm switch
        {
            0x000B => SHA256.HashData(area),
            0x000C => SHA384.HashData(area),
            0x000D => SHA512.HashData(area),
            _ => throw new WebAuthnException(WebAuthnError.InvalidAttestation),
        };
        return [(byte)(algorithm >> 8), (byte)algorithm, .. hash];
    }

    private static bool IsRsa(ref TpmReader reader, CoseRsaKey key)
    {
        reader.SkipScheme(details: 4);
        reader.SkipScheme(details: 2);
        reader.U16();
        var exponent = reader.U32();
        var modulus = reader.Sized();
        reader.End();

        // Zero stands for the usual one.
        Span<byte> written = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(written, exponent == 0 ? DefaultExponent : exponent);
        return modulus.AsSpan().SequenceEqual(key.Parameters.Modulus) && written.TrimStart((byte)0).SequenceEqual(key.Parameters.Exponent);
    }

    private static bool IsEc(ref TpmReader reader, CoseEcKey key)
    {
        reader.SkipScheme(details: 4);
        reader.SkipScheme(details: 2);
        var curve = reader.U16();
        reader.SkipScheme(details: 2);
        var (x, y) = (reader.Sized(), reader.Sized());
        reader.End();

        // Part 2 §11.2.5.1: a TPM may leave out leading zeros.
        return Sizes.TryGetValue(curve, out var size) && key.Point.X!.Length == size // A key that was read has its point.
            && x.AsSpan().TrimStart((byte)0).SequenceEqual(key.Point.X.AsSpan().TrimStart((byte)0))
            && y.AsSpan().TrimStart((byte)0).SequenceEqual(key.Point.Y.AsSpan().TrimStart((byte)0));
    }
}
