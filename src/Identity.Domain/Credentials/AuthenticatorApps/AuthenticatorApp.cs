namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>The authenticator app of an account, as its owner is told of it.</summary>
/// <param name="AddedAt">Since when it is there.</param>
/// <param name="LastUsedAt">When a code of it last helped to sign in; null when none did yet.</param>
public sealed record AuthenticatorApp(DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);
