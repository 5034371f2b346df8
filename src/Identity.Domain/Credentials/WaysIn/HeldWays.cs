using Identity.Domain.Sessions.Trust;
using Identity.Sdk;

namespace Identity.Domain.Credentials.WaysIn;

/// <summary>How a citizen can sign in: what an account has.</summary>
public sealed record HeldWays
{
    /// <summary>A password.</summary>
    public bool Password { get; init; }

    /// <summary>An authenticator app; from then on the password alone signs nobody in.</summary>
    public bool App { get; init; }

    /// <summary>How many telephones codes can go to; from the first on the password alone signs nobody in.</summary>
    public int Phones { get; init; }

    /// <summary>How many backup codes are left.</summary>
    public int BackupCodes { get; init; }

    /// <summary>How many passkeys work.</summary>
    public int Passkeys { get; init; }

    /// <summary>Whether a password needs something beside it.</summary>
    public bool SecondStep => App || Phones > 0;

    /// <summary>
    /// What somebody must prove before they may change these: two factors where the account can show two (NIST SP 800-63B-4
    /// §4.1.2), else the one there is.
    /// </summary>
    public CredentialTrust Most => Passkeys > 0 || (Password && SecondStep) ? CredentialTrust.Aal2 : CredentialTrust.Aal1;
}
