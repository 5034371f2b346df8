namespace Identity.Domain.Credentials;

/// <summary>What became of a new password: its hash, or a refusal because too many are being computed.</summary>
public abstract record PasswordHash
{
    private PasswordHash() { }

    /// <summary>The text to store.</summary>
    public sealed record Hashed(string Text) : PasswordHash;

    /// <summary>Too many passwords wait already: answer 503 with this Retry-After.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : PasswordHash;
}
