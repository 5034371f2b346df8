using System.Buffers.Binary;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Structures of a TPM (TPM 2.0 Library, Part 2): big-endian, byte strings with their length before them.</summary>
internal ref struct TpmReader(ReadOnlySpan<byte> bytes)
{
    public const int NullAlgorithm = 0x0010;

    private ReadOnlySpan<byte> _rest = bytes;

    public int U16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public byte[] Sized() => Take(U16()).ToArray();

    public void Skip(int count) => Take(count);

    /// <summary>Steps over a scheme, or another algorithm followed by <paramref name="details"/> bytes unless it is none.</summary>
    public void SkipScheme(int details)
    {
        if (U16() != NullAlgorithm)
            Skip(details);
    }

    public readonly void End() => WebAuthnException.Unless(_rest.IsEmpty, WebAuthnError.InvalidAttestation);

    private ReadOnlySpan<byte> Take(int count)
    {
        WebAuthnException.Unless(count <= _rest.Length, WebAuthnError.InvalidAttestation);
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
