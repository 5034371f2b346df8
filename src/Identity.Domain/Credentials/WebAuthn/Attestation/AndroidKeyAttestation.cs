using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Android key (§8.4): the keystore certifies the credential's own key and the challenge it was made for.</summary>
internal sealed class AndroidKeyAttestation : IAttestationVerifier
{
    public string Format => "android-key";

    public AttestationEvidence Verify(AttestationInput input)
    {
        // Steps 1 and 2: the signature is by the key of the first certificate with alg.
        var statement = StatementFields.Read(input.Statement, "alg", "sig", "x5c");
        var path = statement.Certificates("x5c");
        WebAuthnException.Unless(
            CertificateKey.Verifies(path[0], statement.Algorithm("alg"), input.Signed, statement.Bytes("sig")), WebAuthnError.InvalidAttestation);

        // Step 3: which is the credential's.
        WebAuthnException.Unless(CertificateKey.Is(path[0], input.Credential.PublicKey), WebAuthnError.InvalidAttestation);

        // Step 4: it was made for this client data.
        var description = AndroidKeyDescription.Of(path[0]);
        WebAuthnException.Unless(CryptographicOperations.FixedTimeEquals(description.Challenge, input.ClientDataHash), WebAuthnError.InvalidAttestation);

        // Step 5: it is for this relying party alone, was made in the keystore, and signs. A key held in software is taken
        // here, so both lists are asked; the metadata says what a model does. A list may leave a field out, as those of
        // the specification's own vectors do.
        AuthorizationList[] lists = [description.Software, description.Hardware];
        WebAuthnException.Unless(lists.All(list => !list.AllApplications
            && (list.Origin is null or AuthorizationList.Generated)
            && (list.Purposes.Count == 0 || list.Purposes.Contains(AuthorizationList.Sign))), WebAuthnError.InvalidAttestation);
        return new(Format, AttestationKind.Certified, path);
    }
}
