using System.Diagnostics;
using Identity.Domain.Credentials.Metadata;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Judges a registration by the specification and then by the policy it was begun under.</summary>
internal sealed class RegistrationJudge(RelyingParty relyingParty, ModelJudge models, TimeProvider clock)
{
    /// <summary>Whether a policy can be met at all for now.</summary>
    public bool CanJudge(PasskeyPolicy policy) => models.CanJudge(policy);

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
            models.Judge(registered, ceremony.Policy), response.Transports, now);
    }
}
