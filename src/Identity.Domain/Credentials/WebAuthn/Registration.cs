using Identity.Domain.Credentials.WebAuthn.Attestation;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Registering a credential (Web Authentication Level 3 §7.1), without the steps that need a browser or a table.</summary>
internal static class Registration
{
    private const string Type = "webauthn.create";

    public static RegistrationResult Judge(RegistrationResponse response, RegistrationExpectations expected)
    {
        try
        {
            return Walk(response, expected);
        }
        catch (WebAuthnException refused)
        {
            return new RegistrationResult.Refused(refused.Error);
        }
    }

    private static RegistrationResult.Registered Walk(RegistrationResponse response, RegistrationExpectations expected)
    {
        // Steps 1 to 6 were made by the page and by RegistrationResponse. Steps 7 to 11.
        expected.RelyingParty.Check(response.ClientData, Type, expected.ChallengeHash);

        // Step 12 was made by ClientData. Step 13: decode the attestation object.
        var attested = AttestationObject.Parse(response.AttestationObject);

        // Steps 14 to 17. Steps 18 and 19, on what the backup flags mean, are the policy's.
        attested.Data.Check(expected.RelyingParty, presenceRequired: !expected.IsConditional, expected.UserVerificationRequired && !expected.IsConditional);

        // §6.1: attested credential data is there in every registration.
        var credential = attested.Data.Credential ?? throw WebAuthnException.Malformed();
        WebAuthnException.Unless(credential.Id.AsSpan().SequenceEqual(response.CredentialId), WebAuthnError.CredentialMismatch);

        // Step 20: the algorithm is one that was asked for.
        WebAuthnException.Unless(expected.Algorithms.Contains(credential.PublicKey.Algorithm), WebAuthnError.UnsupportedAlgorithm);

        // Steps 21 and 22: the format is known, and the statement holds. Steps 23 and 24, on trust, are the policy's.
        var evidence = AttestationFormats.Verify(attested, response.ClientData.Hash);

        // Step 25 was made by AttestedCredential. Steps 26 to 29 are made where the credential is stored.
        return new(credential, attested.Data, evidence);
    }
}
