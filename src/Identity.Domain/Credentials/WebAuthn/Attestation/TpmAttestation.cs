using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>TPM (§8.3): the chip certifies the key by an attestation key of its own.</summary>
internal sealed class TpmAttestation : IAttestationVerifier
{
    public string Format => "tpm";

    public AttestationEvidence Verify(AttestationInput input)
    {
        var statement = StatementFields.Read(input.Statement, "ver", "alg", "x5c", "sig", "certInfo", "pubArea");
        WebAuthnException.Unless(statement.Text("ver") == "2.0", WebAuthnError.InvalidAttestation);

        // The key in pubArea is the credential's.
        var area = statement.Bytes("pubArea");
        WebAuthnException.Unless(TpmPublicArea.Is(area, input.Credential.PublicKey), WebAuthnError.InvalidAttestation);

        // certInfo is about this ceremony, by the hash of alg, and about that key, by its name.
        var algorithm = statement.Algorithm("alg");
        var info = TpmCertifyInfo.Parse(statement.Bytes("certInfo"));
        WebAuthnException.Unless(CryptographicOperations.FixedTimeEquals(info.ExtraData, Hash(algorithm, input.Signed))
            && info.Name.AsSpan().SequenceEqual(TpmPublicArea.Name(area)), WebAuthnError.InvalidAttestation);

        // certInfo is signed by the attestation key, whose certificate is one of a TPM and of this model.
        var path = statement.Certificates("x5c");
        WebAuthnException.Unless(
            CertificateKey.Verifies(path[0], algorithm, statement.Bytes("certInfo"), statement.Bytes("sig")), WebAuthnError.InvalidAttestation);
        TpmCertificate.Check(path[0]);
        CertificateModel.Check(path[0], input.Credential.Aaguid);
        return new(Format, AttestationKind.Certified, path);
    }

    private static byte[] Hash(CoseAlgorithm algorithm, byte[] data) => algorithm switch
    {
        CoseAlgorithm.ES256 or CoseAlgorithm.RS256 => SHA256.HashData(data),
        CoseAlgorithm.ES384 or CoseAlgorithm.RS384 => SHA384.HashData(data),
        CoseAlgorithm.ES512 or CoseAlgorithm.RS512 => SHA512.HashData(data),
#pragma warning disable CA5350 // Older TPMs certify by SHA-1 and by nothing else; the metadata says which models are still trusted.
        CoseAlgorithm.RS1 => SHA1.HashData(data),
#pragma warning restore CA5350
        _ => throw new WebAuthnException(WebAuthnError.InvalidAttestation),
    };
}
