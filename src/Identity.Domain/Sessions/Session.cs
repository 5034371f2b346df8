using Identity.Domain.Sessions.Trust;

namespace Identity.Domain.Sessions;

/// <summary>A session that is alive: whose it is, and when and how they proved it.</summary>
/// <param name="Id">The row. Opens nothing, and no application learns it.</param>
/// <param name="AccountId">The citizen.</param>
/// <param name="Proofs">How they proved who they are, each with its time.</param>
/// <param name="ExpiresAt">The absolute end.</param>
public sealed record Session(Guid Id, Guid AccountId, Proofs Proofs, DateTimeOffset ExpiresAt)
{
    /// <summary>The most that was proved in it.</summary>
    public AuthenticationFacts Facts => Proofs.Facts() ?? throw new InvalidOperationException("A session was begun without a proof.");
}

/// <summary>A session just begun or raised, with the key its cookie holds; the key is nowhere else.</summary>
public sealed record StartedSession(Session Session, string Key);
