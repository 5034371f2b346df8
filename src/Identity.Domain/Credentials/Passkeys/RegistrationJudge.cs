using System.Diagnostics;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Judges a registration by the specification and then by the policy it was begun under.</summary>
internal sealed class RegistrationJudge(RelyingParty relyingParty, TimeProvider clock)
{
    /// <exception cref="WebAuthnException">It is refused.</exception>
    public NewPasskey Judge(RegistrationResponse response, EnrolmentCeremony ceremony)
    {
        var registered = Registration.Judge(response, new()
        {
            RelyingParty = relyingParty.Rules,
            ChallengeHash = response.ClientData.ChallengeHash,
            Algorithms = [.. PasskeyPolicy.Algorithms],
            IsConditional = ceremony.IsConditional,
        }) switch
        {
            RegistrationResult.Registered judged => judged,
            RegistrationResult.Refused(var error) => throw new WebAuthnException(error),
            _ => throw new UnreachableException(),
        };
        var now = clock.GetUtcNow();
        return new(Guid.CreateVersion7(now), registered.Credential, registered.Data, registered.Attestation,
            TrustIn(registered, ceremony.Policy), response.Transports, now);
    }

    // §7.1 steps 18, 23 and 24.
    private static Trust TrustIn(RegistrationResult.Registered registered, PasskeyPolicy policy)
    {
        WebAuthnException.Unless(!policy.DemandsDeviceBound || !registered.Data.IsBackupEligible, WebAuthnError.BackupEligible);

        // Without metadata no model is known, so a policy that demands it lets nobody enrol.
        WebAuthnException.Unless(!policy.DemandsMetadata, WebAuthnError.UntrustedAttestation);
        return Trust.None;
    }
}
