using Identity.Domain.Accounts;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What became of an attempt to sign in with a passkey.</summary>
public abstract record PasskeyOutcome
{
    private PasskeyOutcome() { }

    /// <summary>It belongs to this account.</summary>
    public sealed record SignedIn(Guid AccountId, Guid PasskeyId, AssertionFacts Facts) : PasskeyOutcome;

    /// <summary>It belongs to an account that is held: nobody is signed in.</summary>
    public sealed record Held(HoldReason Reason, Guid AccountId, AssertionFacts Facts) : PasskeyOutcome;

    /// <summary>The question is over: answered already, too old, or put to another browser.</summary>
    public sealed record Expired : PasskeyOutcome;

    /// <summary>No account has this passkey; the page tells the browser so, which then offers it no more.</summary>
    public sealed record Unknown(string CredentialId) : PasskeyOutcome;

    /// <summary>Its model was found to be compromised.</summary>
    public sealed record Suspended : PasskeyOutcome;

    /// <summary>The answer does not hold.</summary>
    public sealed record Refused(WebAuthnError Error) : PasskeyOutcome;
}
