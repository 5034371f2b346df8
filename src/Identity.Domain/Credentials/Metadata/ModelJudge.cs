using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Credentials.WebAuthn.Attestation;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>Says whether a policy takes the model of a new passkey (§7.1 steps 18, 23 and 24).</summary>
internal sealed class ModelJudge(MetadataFile metadata)
{
    /// <summary>Whether a policy can be met at all for now.</summary>
    public bool CanJudge(PasskeyPolicy policy) => !policy.DemandsMetadata || metadata.Current is not null;

    /// <exception cref="WebAuthnException">It does not.</exception>
    public Trust Judge(RegistrationResult.Registered registered, PasskeyPolicy policy)
    {
        WebAuthnException.Unless(!policy.DemandsDeviceBound || !registered.Data.IsBackupEligible, WebAuthnError.BackupEligible);
        if (!policy.DemandsMetadata)
            return Trust.None;

        // Its maker vouches for it, by certificates that lead to those of its model.
        WebAuthnException.Unless(registered.Attestation.Kind is AttestationKind.Certified, WebAuthnError.AttestationRequired);
        var entry = metadata.Current?.Entries.GetValueOrDefault(registered.Credential.Aaguid);
        WebAuthnException.Unless(entry is not null && AttestationChain.LeadsTo(registered.Attestation.TrustPath, entry.Roots), WebAuthnError.UntrustedAttestation);
        WebAuthnException.Unless(entry.Compromise is null && entry.IsCertified, WebAuthnError.ModelRefused);
        return new(IsAttested: true, entry.IsHardware && !registered.Data.IsBackupEligible);
    }
}
