namespace Identity.Domain.Recovery;

/// <summary>What somebody who wants back into an account has shown. The numbers are stored.</summary>
[Flags]
public enum RecoveryProofs
{
    None = 0,

    /// <summary>They know the password.</summary>
    Password = 1,

    /// <summary>They read the account's e-mail: an issued code of NIST SP 800-63B-4 §4.2.1.2.</summary>
    EmailCode = 2,

    /// <summary>They answer a telephone of the account, by text or call.</summary>
    PhoneCode = 4,

    /// <summary>They have the authenticator app.</summary>
    AppCode = 8,

    /// <summary>They have a backup code: the saved code of NIST SP 800-63B-4 §4.2.1.1.</summary>
    BackupCode = 16,

    /// <summary>They have a passkey.</summary>
    Passkey = 32,

    /// <summary>They open the post at the account's address.</summary>
    LetterCode = 64,

    /// <summary>Somebody they chose beforehand vouches for them: the recovery contact of NIST SP 800-63B-4 §4.2.1.3.</summary>
    ContactCode = 128,

    /// <summary>Their identity was proved again, at the level the account had (NIST SP 800-63B-4 §4.2.2.2).</summary>
    Identity = 256,

    /// <summary>Two of the support staff have let them try.</summary>
    Support = 512,

    /// <summary>They were with the staff, on the line or at a desk, at the screen they use now.</summary>
    Attended = 1024,
}
