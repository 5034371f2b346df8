namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What §7.2 says of a response.</summary>
internal abstract record AssertionResult
{
    private AssertionResult() { }

    public sealed record Verified(AuthenticatorData Data) : AssertionResult;

    public sealed record Refused(WebAuthnError Error) : AssertionResult;
}
