namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>The flags of authenticator data (§6.1).</summary>
[Flags]
internal enum AuthenticatorFlags
{
    None = 0,
    UserPresent = 0x01,
    ReservedOne = 0x02,
    UserVerified = 0x04,
    BackupEligible = 0x08,
    BackedUp = 0x10,
    ReservedTwo = 0x20,
    AttestedCredential = 0x40,
    Extensions = 0x80,
}
