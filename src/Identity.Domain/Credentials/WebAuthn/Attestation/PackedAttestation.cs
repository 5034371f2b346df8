using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Packed (§8.2), by a certificate of the maker or by the credential itself.</summary>
internal sealed class PackedAttestation : IAttestationVerifier
{
    public string Format => "packed";

    public AttestationEvidence Verify(AttestationInput input)
    {
        var statement = StatementFields.Read(input.Statement, "alg", "sig", "x5c");
        return statement.Has("x5c") ? Certified(input, statement) : Self(input, statement);
    }

    private AttestationEvidence Certified(AttestationInput input, StatementFields statement)
    {
        var path = statement.Certificates("x5c");

        // The signature over authenticator data and client data hash is by the certificate's key with alg.
        WebAuthnException.Unless(
            CertificateKey.Verifies(path[0], statement.Algorithm("alg"), input.Signed, statement.Bytes("sig")), WebAuthnError.InvalidAttestation);
        CheckCertificate(path[0]);

        // A certificate that names a model names this one.
        CertificateModel.Check(path[0], input.Credential.Aaguid);
        return new(Format, AttestationKind.Certified, path);
    }

    private AttestationEvidence Self(AttestationInput input, StatementFields statement)
    {
        // alg is that of the credential, whose key signs.
        var key = input.Credential.PublicKey;
        WebAuthnException.Unless(statement.Algorithm("alg") == key.Algorithm
            && key.Verifies(input.Signed, statement.Bytes("sig")), WebAuthnError.InvalidAttestation);
        return new(Format, AttestationKind.Self, []);
    }

    // §8.2.1: version 3; a subject of country, organisation, this unit and a name; not a CA.
    private static void CheckCertificate(X509Certificate2 certificate)
    {
        var subject = certificate.SubjectName.EnumerateRelativeDistinguishedNames().Where(name => !name.HasMultipleElements)
            .ToLookup(name => name.GetSingleElementType().Value, name => name.GetSingleElementValue());
        WebAuthnException.Unless(certificate.Version == 3
            && subject["2.5.4.6"].Any(country => country?.Length == 2)
            && subject["2.5.4.10"].Any(organisation => !string.IsNullOrEmpty(organisation))
            && subject["2.5.4.11"].Contains("Authenticator Attestation")
            && subject["2.5.4.3"].Any(name => !string.IsNullOrEmpty(name))
            && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => !basic.CertificateAuthority), WebAuthnError.InvalidAttestation);
    }
}
