using System.Buffers.Binary;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Attested credential data (§6.5.2): the model of the authenticator, the credential's id and its public key.</summary>
internal sealed record AttestedCredential(Guid Aaguid, byte[] Id, CoseKey PublicKey)
{
    // §6.5.2, and §7.1 step 25.
    public const int MostIdBytes = 1023;

    private const int AaguidBytes = 16;

    /// <summary>Reads it and leaves in <paramref name="rest"/> what follows.</summary>
    /// <exception cref="WebAuthnException">It is none.</exception>
    public static AttestedCredential Read(ref ReadOnlyMemory<byte> rest)
    {
        WebAuthnException.Unless(rest.Length >= AaguidBytes + 2, WebAuthnError.Malformed);
        var aaguid = new Guid(rest.Span[..AaguidBytes], bigEndian: true);
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest.Span[AaguidBytes..]);

        // §7.1 step 25: the credential id has 1023 bytes at most.
        WebAuthnException.Unless(length <= MostIdBytes, WebAuthnError.TooLarge);
        WebAuthnException.Unless(length > 0 && rest.Length >= AaguidBytes + 2 + length, WebAuthnError.Malformed);
        var id = rest.Slice(AaguidBytes + 2, length).ToArray();
        rest = rest[(AaguidBytes + 2 + length)..];
        return new(aaguid, id, CoseKey.Read(ref rest));
    }

    /// <inheritdoc cref="Read(ref ReadOnlyMemory{byte})"/>
    public static AttestedCredential Read(ref Memory<byte> rest)
    {
        ReadOnlyMemory<byte> left = rest;
        var read = Read(ref left);
        rest = rest[^left.Length..];
        return read;
    }
}
