namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What an assertion must be, and the credential record it is held against.</summary>
internal sealed record AssertionExpectations
{
    public required RelyingPartyRules RelyingParty { get; init; }

    public required byte[] ChallengeHash { get; init; }

    public required byte[] UserHandle { get; init; }

    public required byte[] PublicKey { get; init; }

    public required uint SignCount { get; init; }

    public required bool IsBackupEligible { get; init; }

    public bool UserVerificationRequired { get; init; } = true;

    /// <summary>The citizen was known before, so the authenticator need not say who they are.</summary>
    public bool IsUserKnown { get; init; }
}
