namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>The statement formats that are known here.</summary>
internal static class AttestationFormats
{
    private static readonly Dictionary<string, IAttestationVerifier> Known =
        new IAttestationVerifier[] { new NoAttestation(), new PackedAttestation() }.ToDictionary(verifier => verifier.Format, StringComparer.Ordinal);

    /// <exception cref="WebAuthnException">The format is unknown, or the statement does not hold.</exception>
    public static AttestationEvidence Verify(AttestationObject attested, byte[] clientDataHash) =>
        Verify(attested.Format, new AttestationInput(attested.Statement, attested.Data, clientDataHash));

    /// <inheritdoc cref="Verify(AttestationObject, byte[])"/>
    public static AttestationEvidence Verify(string format, AttestationInput input) => Known.TryGetValue(format, out var verifier)
        ? verifier.Verify(input)
        : throw new WebAuthnException(WebAuthnError.UnknownAttestationFormat);
}
