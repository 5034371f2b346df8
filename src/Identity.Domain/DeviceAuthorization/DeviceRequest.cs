namespace Identity.Domain.DeviceAuthorization;

/// <summary>What a device asks for (RFC 8628 §3.1).</summary>
public sealed record DeviceRequest
{
    public required string ClientId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Resource indicators (RFC 8707) that it named.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Classes of authentication it would like (OpenID Connect Core §3.1.2.1), of those there are.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];
}

/// <summary>The two codes of one device (RFC 8628 §3.2).</summary>
/// <param name="DeviceCode">256 random bits, base64url, which only the device knows.</param>
/// <param name="UserCode">Eight letters, which it shows.</param>
public sealed record DeviceCodes(string DeviceCode, string UserCode)
{
    /// <summary>How long they count: time to sign in, or to create an account, and no longer than a stranger should have to talk somebody into it (RFC 8628 §5.4).</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>How long a device waits between two questions at first (RFC 8628 §3.2).</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Never the codes: this text may find its way into a log.</summary>
    public override string ToString() => nameof(DeviceCodes);
}

/// <summary>A device whose codes were given out.</summary>
/// <param name="Key">Of its row.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="ExpiresAt">When its codes stop counting.</param>
public sealed record WaitingDevice(byte[] Key, DeviceRequest Request, DateTimeOffset ExpiresAt);
