using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What became of a new passkey of an account.</summary>
public abstract record EnrolmentOutcome
{
    private EnrolmentOutcome() { }

    /// <summary>It works from now on.</summary>
    public sealed record Added(Passkey Passkey) : EnrolmentOutcome;

    /// <summary>The question is over: answered already, too old, or put to another browser or for another account.</summary>
    public sealed record Expired : EnrolmentOutcome;

    /// <summary>It is registered already.</summary>
    public sealed record Already : EnrolmentOutcome;

    /// <summary>The account has as many as it may have.</summary>
    public sealed record TooMany(int Limit) : EnrolmentOutcome;

    /// <summary>The answer does not hold, or is not what the policy asks.</summary>
    public sealed record Refused(WebAuthnError Error) : EnrolmentOutcome;

    /// <summary>The session that asked has ended in the meantime.</summary>
    public sealed record SignedOut : EnrolmentOutcome;
}
