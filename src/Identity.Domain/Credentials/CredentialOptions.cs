namespace Identity.Domain.Credentials;

/// <summary>What a password must be and what computing one costs.</summary>
public sealed class CredentialOptions
{
    /// <summary>Memory of one Argon2id computation, in KiB. The default is OWASP's 19 MiB.</summary>
    public int MemoryKib { get; set; } = 19_456;

    /// <summary>Passes of one Argon2id computation over that memory.</summary>
    public int Passes { get; set; } = 2;

    /// <summary>Passwords computed at once; 0 means one for each processor.</summary>
    public int ConcurrentHashes { get; set; }

    /// <summary>Passwords that may wait for their turn; the next one is told that the service is busy.</summary>
    public int WaitingHashes { get; set; } = 128;

    /// <summary>What a caller told that the service is busy should wait before trying again.</summary>
    public TimeSpan BusyRetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Fewest characters of a password that is the only factor.</summary>
    public int MinimumLengthAlone { get; set; } = 15;

    /// <summary>Fewest characters of a password that stands beside a second factor.</summary>
    public int MinimumLengthBesideSecondFactor { get; set; } = 10;

    /// <summary>Words beside "identity" that everybody connects with this service, and that therefore protect nothing in a password.</summary>
    public IList<string> ServiceWords { get; } = [];

    internal IReadOnlyList<string> EffectiveServiceWords => ["identity", .. ServiceWords];
}
