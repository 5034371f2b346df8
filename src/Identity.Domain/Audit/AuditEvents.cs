namespace Identity.Domain.Audit;

/// <summary>The names of what is recorded. A name, once used, keeps its meaning for ever.</summary>
public static class AuditEvents
{
    public const string AccountCreated = "account.created";
    public const string DetailsChanged = "account.details-changed";
    public const string PasswordChanged = "account.password-changed";
    public const string AuthenticatorAppAdded = "authenticator-app.added";
    public const string AuthenticatorAppRemoved = "authenticator-app.removed";
    public const string BackupCodesMade = "backup-codes.made";
    public const string BackupCodeUsed = "backup-codes.used";
    public const string BackupCodesRemoved = "backup-codes.removed";
    public const string EmailUnreachable = "account.email-unreachable";
    public const string PhoneAdded = "phone.added";
    public const string PhoneRemoved = "phone.removed";
    public const string PhoneUnreachable = "phone.unreachable";
    public const string SignInIdGiven = "account.sign-in-id-given";
    public const string AddressChanged = "account.address-changed";
    public const string LetterSent = "letter.sent";
    public const string AccountHeld = "account.held";
    public const string AccountReleased = "account.released";
    public const string RecoveryStarted = "recovery.started";
    public const string RecoveryCancelled = "recovery.cancelled";
    public const string RecoveryCompleted = "recovery.completed";
    public const string RecoveryContactAdded = "recovery-contact.added";
    public const string RecoveryContactRemoved = "recovery-contact.removed";
    public const string PasskeyAdded = "passkey.added";
    public const string PasskeyRenamed = "passkey.renamed";
    public const string PasskeyRemoved = "passkey.removed";
    public const string PasskeySuspended = "passkey.suspended";
    public const string PasskeyCounterFell = "passkey.counter-fell";
    public const string SignedIn = "session.started";
    public const string Confirmed = "session.confirmed";
    public const string SignedOut = "session.ended";
    public const string DeviceNew = "device.new";
    public const string DeviceTrusted = "device.trusted";
    public const string DeviceForgotten = "device.forgotten";
    public const string Shared = "grant.issued";
    public const string GrantRevoked = "grant.revoked";
    public const string CodeReplayed = "grant.code-replayed";
    public const string RefreshTokenReused = "grant.refresh-token-reused";
    public const string ConsentGiven = "consent.given";
    public const string ConsentRefused = "consent.refused";
    public const string ConsentWithdrawn = "consent.withdrawn";
    public const string KeyAnnounced = "key.announced";
    public const string KeyTurned = "key.turned";
    public const string KeyRevoked = "key.revoked";
    public const string RingResealed = "ring.resealed";
    public const string RingLost = "ring.lost";
    public const string RingRenewed = "ring.renewed";
    public const string ClientChanged = "client.changed";
}
