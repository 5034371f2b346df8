using Identity.Domain.Sessions.Trust;

namespace Identity.Domain.Credentials.WaysIn;

/// <summary>How a citizen can sign in: what an account has, and how many of each.</summary>
public sealed record HeldWays
{
    public bool Password { get; init; }

    /// <summary>
    /// What somebody must prove before they may change these: two factors where the account can show two (NIST SP 800-63B-4
    /// §4.1.2), else the one there is.
    /// </summary>
    public CredentialTrust Most { get; } = CredentialTrust.Aal1;
}
