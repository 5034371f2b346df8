namespace Identity.Domain.Limits;

/// <summary>Whether somebody may go on now.</summary>
public abstract record LimitDecision
{
    private LimitDecision() { }

    /// <summary>They may.</summary>
    public sealed record Allowed : LimitDecision;

    /// <summary>They may from this time on: pages show it by the clock, endpoints as Retry-After.</summary>
    public sealed record RetryAt(DateTimeOffset Time) : LimitDecision;
}
