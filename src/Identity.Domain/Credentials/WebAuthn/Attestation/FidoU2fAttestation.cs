namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>FIDO U2F (§8.6): an authenticator older than WebAuthn signs in its own words.</summary>
/// <remarks>Of what is signed the flags, the counter and the AAGUID are no part; an AAGUID of zeros is not demanded.</remarks>
internal sealed class FidoU2fAttestation : IAttestationVerifier
{
    public string Format => "fido-u2f";

    public AttestationEvidence Verify(AttestationInput input)
    {
        // Steps 1 and 2: exactly one certificate, whose key is on P-256.
        var statement = StatementFields.Read(input.Statement, "sig", "x5c");
        var path = statement.Certificates("x5c");
        WebAuthnException.Unless(path.Count == 1 && CertificateKey.IsOnP256(path[0]), WebAuthnError.InvalidAttestation);

        // Steps 3 and 4: the credential's key as a bare point.
        WebAuthnException.Unless(input.Credential.PublicKey is CoseEcKey { Algorithm: CoseAlgorithm.ES256 }, WebAuthnError.InvalidAttestation);
        var point = ((CoseEcKey)input.Credential.PublicKey).Point;

        // Steps 5 and 6. A COSE key of ES256 has both coordinates.
        byte[] signed = [0x00, .. input.Data.RelyingPartyIdHash, .. input.ClientDataHash, .. input.Credential.Id, 0x04, .. point.X!, .. point.Y!];
        WebAuthnException.Unless(
            CertificateKey.Verifies(path[0], CoseAlgorithm.ES256, signed, statement.Bytes("sig")), WebAuthnError.InvalidAttestation);
        return new(Format, AttestationKind.Certified, path);
    }
}
