namespace Identity.Domain.Sessions;

/// <summary>A session that is alive: whose it is, and when and how they proved it.</summary>
/// <param name="Id">The row. Never leaves the provider.</param>
/// <param name="AccountId">The citizen.</param>
/// <param name="AuthTime">When they last proved who they are.</param>
/// <param name="Amr">How: RFC 8176 values, separated by spaces.</param>
/// <param name="ExpiresAt">The absolute end.</param>
public sealed record Session(Guid Id, Guid AccountId, DateTimeOffset AuthTime, string Amr, DateTimeOffset ExpiresAt);

/// <summary>A session just begun, with the key its cookie holds; the key is nowhere else.</summary>
public sealed record StartedSession(Session Session, string Key);
