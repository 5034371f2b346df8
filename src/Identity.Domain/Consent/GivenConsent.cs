namespace Identity.Domain.Consent;

/// <summary>What a citizen shares with one application, and when it last asked.</summary>
public sealed record GivenConsent(string ClientId, IReadOnlyList<string> Claims, DateTimeOffset LastUsed);
