namespace Identity.Domain.DeviceAuthorization;

/// <summary>What a device learns when it asks whether somebody has answered (RFC 8628 §3.5).</summary>
public abstract record PollOutcome
{
    private PollOutcome()
    {
    }

    /// <summary>Nobody has yet.</summary>
    public sealed record Pending : PollOutcome;

    /// <summary>It asked too soon, and waits longer from now on.</summary>
    public sealed record TooSoon : PollOutcome;

    /// <summary>They said no.</summary>
    public sealed record Refused : PollOutcome;

    /// <summary>They said yes. Whether the grant can still be used is the grant's to say.</summary>
    public sealed record Approved(Guid Grant) : PollOutcome;
}
