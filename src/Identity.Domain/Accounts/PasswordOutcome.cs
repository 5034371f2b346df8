namespace Identity.Domain.Accounts;

/// <summary>What became of an identifier and a password.</summary>
public abstract record PasswordOutcome
{
    private PasswordOutcome() { }

    /// <summary>They belong to this account.</summary>
    public sealed record Correct(Guid AccountId) : PasswordOutcome;

    /// <summary>They belong to an account that is held: nobody is signed in.</summary>
    public sealed record Held(HoldReason Reason) : PasswordOutcome;

    /// <summary>They do not: which of the two is wrong is not told.</summary>
    public sealed record Wrong : PasswordOutcome;

    /// <summary>Too many wrong ones: none is looked at before this time.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : PasswordOutcome
    {
        /// <summary>Whether this attempt was one of them, and not refused unlooked at.</summary>
        public bool Counted { get; init; }
    }

    /// <summary>Too many passwords wait already: answer 503 with this Retry-After.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : PasswordOutcome;
}
