using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Credentials.WebAuthn.Attestation;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>A credential that was judged and is not stored yet.</summary>
internal sealed record NewPasskey(Guid Id, AttestedCredential Credential, AuthenticatorData Data, AttestationEvidence Attestation, Trust Trust, IReadOnlyList<string> Transports, DateTimeOffset CreatedAt)
{
    /// <returns>How many rows: none when the credential is registered already.</returns>
    public ValueTask<int> InsertAsync(IStatements write, Guid account) => write.ExecuteAsync(PasskeyStatements.Insert,
        ("id", Id), ("account", account), ("credential", Credential.Id), ("key", Credential.PublicKey.Encoded), ("algorithm", (int)Credential.PublicKey.Algorithm),
        ("aaguid", Credential.Aaguid), ("count", (long)Data.SignCount), ("verified", Data.IsUserVerified), ("eligible", Data.IsBackupEligible),
        ("backed", Data.IsBackedUp), ("transports", string.Join(' ', Transports)), ("format", Attestation.Format), ("kind", Attestation.Kind.ToString()),
        ("attested", Trust.IsAttested), ("hardware", Trust.IsHardwareBound), ("now", CreatedAt.ToUnixTimeMilliseconds()));

    public Passkey ToPasskey() => new()
    {
        Id = Id,
        CredentialId = Base64UrlText.Of(Credential.Id),
        Aaguid = Credential.Aaguid,
        CreatedAt = CreatedAt,
        IsSynced = Data.IsBackupEligible,
        BackedUp = Data.IsBackedUp,
        IsSuspended = false,
    };

    public AssertionFacts Facts() => new()
    {
        UserPresent = Data.IsUserPresent,
        UserVerified = Data.IsUserVerified,
        BackupEligible = Data.IsBackupEligible,
        BackedUp = Data.IsBackedUp,
        Attested = Trust.IsAttested,
        HardwareBound = Trust.IsHardwareBound,
        SignCount = Data.SignCount,
        Aaguid = Credential.Aaguid,
    };
}
