namespace Identity.Domain.Limits;

/// <summary>How often somebody may try. Section <c>Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>Wrong passwords of one account from one network before the first wait.</summary>
    public int FreeAttempts { get; set; } = 5;

    /// <summary>The first wait; it doubles with each further wrong password.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What that wait grows to.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Wrong passwords of one account from all networks together before the first wait.</summary>
    public int FreeAttemptsEverywhere { get; set; } = 50;

    /// <summary>What the wait for one account from everywhere grows to. A known device does not wait for it.</summary>
    public TimeSpan LongestDelayEverywhere { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long after the last wrong password all of them are forgotten.</summary>
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Requests to one endpoint from one network within <see cref="NetworkWindow"/>.</summary>
    public int PerNetwork { get; set; } = 300;

    /// <summary>The same for the endpoints named here.</summary>
    public IDictionary<string, int> PerNetworkAt { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The time within which requests of a network are counted.</summary>
    public TimeSpan NetworkWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Lifts every limit for requests from this machine, for measurement. Refused in Production.</summary>
    public bool DangerLiftOnLoopback { get; set; }

    internal AttemptPolicy ByPair => new(FreeAttempts, FirstDelay, LongestDelay, ForgetAfter);

    internal AttemptPolicy ByAccount => new(FreeAttemptsEverywhere, FirstDelay, LongestDelayEverywhere, ForgetAfter);

    internal int MostPerNetwork(string endpoint) => PerNetworkAt.TryGetValue(endpoint, out var most) ? most : PerNetwork;
}
