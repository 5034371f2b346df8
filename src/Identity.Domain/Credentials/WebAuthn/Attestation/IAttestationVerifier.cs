namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>The verification procedure of one statement format (§8). Pure; safe for concurrent use.</summary>
internal interface IAttestationVerifier
{
    /// <summary>The format's registered name.</summary>
    string Format { get; }

    /// <exception cref="WebAuthnException">The statement does not hold.</exception>
    AttestationEvidence Verify(AttestationInput input);
}
