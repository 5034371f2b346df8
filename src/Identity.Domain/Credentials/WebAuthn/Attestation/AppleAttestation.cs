using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Apple anonymous (§8.8): a certificate made for this credential holds the hash of what would be signed.</summary>
internal sealed class AppleAttestation : IAttestationVerifier
{
    private const string NonceOid = "1.2.840.113635.100.8.2";

    public string Format => "apple";

    public AttestationEvidence Verify(AttestationInput input)
    {
        // Steps 1 to 4: the nonce in the certificate is the hash of authenticator data and client data hash.
        var path = StatementFields.Read(input.Statement, "alg", "x5c").Certificates("x5c");
        WebAuthnException.Unless(CryptographicOperations.FixedTimeEquals(Nonce(path[0]), SHA256.HashData(input.Signed)), WebAuthnError.InvalidAttestation);

        // Step 5: the certificate is of the credential's key.
        WebAuthnException.Unless(CertificateKey.Is(path[0], input.Credential.PublicKey), WebAuthnError.InvalidAttestation);
        return new(Format, AttestationKind.Anonymous, path);
    }

    private static byte[] Nonce(X509Certificate2 certificate) => DerText.Read(DerText.Extension(certificate, NonceOid), reader =>
    {
        var sequence = reader.ReadSequence();
        var tagged = sequence.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 1));
        sequence.ThrowIfNotEmpty();
        var nonce = tagged.ReadOctetString();
        tagged.ThrowIfNotEmpty();
        return nonce;
    });
}
