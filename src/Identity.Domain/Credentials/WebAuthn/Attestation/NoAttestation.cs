namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>None (§8.7): the statement is an empty map.</summary>
internal sealed class NoAttestation : IAttestationVerifier
{
    public string Format => "none";

    public AttestationEvidence Verify(AttestationInput input)
    {
        CborText.Read(input.Statement, reader =>
        {
            reader.ReadMap(_ => throw new WebAuthnException(WebAuthnError.InvalidAttestation));
            return true;
        });
        return new(Format, AttestationKind.None, []);
    }
}
