using Identity.Domain.Credentials.WebAuthn.Attestation;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What §7.1 says of a response.</summary>
internal abstract record RegistrationResult
{
    private RegistrationResult() { }

    /// <summary>Whether its attestation is also trusted is the policy's to say.</summary>
    public sealed record Registered(AttestedCredential Credential, AuthenticatorData Data, AttestationEvidence Attestation) : RegistrationResult;

    public sealed record Refused(WebAuthnError Error) : RegistrationResult;
}
