using System.Formats.Cbor;

namespace Identity.Testing.Passkeys;

/// <summary>What an attestation is made of.</summary>
public sealed record AttestationRequest(byte[] AuthenticatorData, byte[] ClientDataHash, AuthenticatorKey Key, Guid Aaguid, byte[] CredentialId)
{
    public byte[] ToSign => [.. AuthenticatorData, .. ClientDataHash];
}

/// <summary>Makes the statement of one format.</summary>
/// <param name="Format">Its registered name.</param>
/// <param name="Write">Writes the statement as CBOR.</param>
public sealed record AttestationMaker(string Format, Action<AttestationRequest, CborWriter> Write)
{
    public static AttestationMaker None { get; } = new("none", (_, cbor) =>
    {
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
    });

    public static AttestationMaker PackedSelf { get; } = new("packed", (request, cbor) =>
    {
        cbor.WriteStartMap(2);
        cbor.WriteTextString("alg");
        cbor.WriteInt32(request.Key.Algorithm);
        cbor.WriteTextString("sig");
        cbor.WriteByteString(request.Key.Sign(request.ToSign));
        cbor.WriteEndMap();
    });
}
