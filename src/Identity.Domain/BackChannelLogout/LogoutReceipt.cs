namespace Identity.Domain.BackChannelLogout;

/// <summary>Whether a client was told that a session of somebody ended.</summary>
/// <param name="ClientId">Who was to be told.</param>
/// <param name="EndedAt">When the session ended.</param>
/// <param name="Ending">Null while it is still tried.</param>
/// <param name="SettledAt">When that was known.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="Status">The HTTP status of the last answer, where there was one.</param>
/// <param name="Error">What was wrong the last time.</param>
public sealed record LogoutReceipt(
    string ClientId, DateTimeOffset EndedAt, LogoutEnding? Ending, DateTimeOffset? SettledAt, int Attempts, int? Status, string? Error);
