namespace Identity.Domain.Sessions;

/// <summary>How long a browser stays signed in. Section <c>Sessions</c>.</summary>
public sealed class SessionOptions
{
    /// <summary>A session that nobody uses for this long has ended.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends this long after sign-in, however busy.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a device that its owner trusts is not asked for the second step of signing in.</summary>
    public TimeSpan TrustedDevice { get; set; } = TimeSpan.FromDays(30);
}
