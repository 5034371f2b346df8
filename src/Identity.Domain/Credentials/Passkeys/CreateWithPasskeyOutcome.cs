using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What became of a new account that begins with a passkey.</summary>
public abstract record CreateWithPasskeyOutcome
{
    private CreateWithPasskeyOutcome() { }

    /// <summary>Both are there.</summary>
    public sealed record Created(Guid AccountId, Guid PasskeyId, AssertionFacts Facts) : CreateWithPasskeyOutcome;

    /// <summary>The address has an account: created meanwhile, or by the same form posted twice.</summary>
    public sealed record EmailTaken : CreateWithPasskeyOutcome;

    /// <summary>The question is over: answered already, too old, or put to another browser.</summary>
    public sealed record Expired : CreateWithPasskeyOutcome;

    /// <summary>The answer does not hold.</summary>
    public sealed record Refused(WebAuthnError Error) : CreateWithPasskeyOutcome;
}
