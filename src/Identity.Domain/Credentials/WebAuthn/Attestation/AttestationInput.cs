namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>What every verification procedure is given (§6.5.4).</summary>
internal sealed record AttestationInput(ReadOnlyMemory<byte> Statement, AuthenticatorData Data, byte[] ClientDataHash)
{
    public AttestedCredential Credential => Data.Credential ?? throw WebAuthnException.Malformed();

    /// <summary>What most formats sign: authenticator data, then the hash of the client data.</summary>
    public byte[] Signed => [.. Data.Raw, .. ClientDataHash];
}
