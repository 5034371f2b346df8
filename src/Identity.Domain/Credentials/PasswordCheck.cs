namespace Identity.Domain.Credentials;

/// <summary>What became of a password typed at sign-in.</summary>
public abstract record PasswordCheck
{
    private PasswordCheck() { }

    /// <summary>It is the account's; <paramref name="Upgraded"/> is the hash to store instead of an older or weaker one.</summary>
    public sealed record Correct(string? Upgraded) : PasswordCheck;

    /// <summary>It is not, or there is no such account: nothing tells the two apart.</summary>
    public sealed record Wrong : PasswordCheck;

    /// <summary>Too many passwords wait already: answer 503 with this Retry-After.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : PasswordCheck;
}
