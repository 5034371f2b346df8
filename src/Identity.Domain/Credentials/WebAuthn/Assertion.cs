namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Verifying an assertion (Web Authentication Level 3 §7.2), without the steps that need a browser or a table.</summary>
internal static class Assertion
{
    private const string Type = "webauthn.get";

    public static AssertionResult Judge(AssertionResponse response, AssertionExpectations expected)
    {
        try
        {
            return new AssertionResult.Verified(Walk(response, expected));
        }
        catch (WebAuthnException refused)
        {
            return new AssertionResult.Refused(refused.Error);
        }
    }

    private static AuthenticatorData Walk(AssertionResponse response, AssertionExpectations expected)
    {
        // Steps 1 to 5, and finding the record in step 6, were made by the page and where the credential is stored.
        // Step 6: the response names its owner; it need not when the owner was known before.
        WebAuthnException.Unless(response.UserHandle is null
            ? expected.IsUserKnown
            : response.UserHandle.AsSpan().SequenceEqual(expected.UserHandle), WebAuthnError.WrongUser);

        // Steps 7 to 9 were made by AssertionResponse. Steps 10 to 14.
        expected.RelyingParty.Check(response.ClientData, Type, expected.ChallengeHash);

        // Steps 15 to 18. Not supported: the appid extension of step 15, because no credential here is older than WebAuthn.
        var data = AuthenticatorData.Parse(response.AuthenticatorData);
        data.Check(expected.RelyingParty, presenceRequired: true, expected.UserVerificationRequired);

        // Step 19: whether it can be backed up never changes.
        WebAuthnException.Unless(data.IsBackupEligible == expected.IsBackupEligible, WebAuthnError.BackupEligibilityChanged);

        // Steps 20 and 21: the signature is by the credential, over authenticator data and the hash of the client data.
        WebAuthnException.Unless(CoseKey.Parse(expected.PublicKey).Verifies([.. data.Raw, .. response.ClientData.Hash], response.Signature),
            WebAuthnError.InvalidSignature);

        // Step 22: where the authenticator counts, its counter rises.
        WebAuthnException.Unless(data.SignCount > expected.SignCount || (data.SignCount == 0 && expected.SignCount == 0), WebAuthnError.CounterFell);

        // Step 23: no extension is asked for. Steps 24 and 25 are made where the credential is stored.
        return data;
    }
}
