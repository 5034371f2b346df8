namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What a registration must be.</summary>
internal sealed record RegistrationExpectations
{
    public required RelyingPartyRules RelyingParty { get; init; }

    public required byte[] ChallengeHash { get; init; }

    public required IReadOnlyCollection<CoseAlgorithm> Algorithms { get; init; }

    public bool UserVerificationRequired { get; init; } = true;

    /// <summary>Nobody was asked: the browser made the passkey beside a sign-in by other means.</summary>
    public bool IsConditional { get; init; }
}
