using Identity.Domain.Credentials;

namespace Identity.Domain.Accounts;

/// <summary>What became of the wish to have another password.</summary>
public abstract record PasswordChangeOutcome
{
    private PasswordChangeOutcome() { }

    /// <summary>The new one counts, and every other session has ended.</summary>
    public sealed record Changed : PasswordChangeOutcome;

    /// <summary>The password typed as the present one is not.</summary>
    public sealed record Wrong : PasswordChangeOutcome;

    /// <summary>The new one is the present one.</summary>
    public sealed record Same : PasswordChangeOutcome;

    /// <summary>The new one may not be chosen.</summary>
    public sealed record Refused(PasswordVerdict Verdict) : PasswordChangeOutcome;

    /// <summary>Too many wrong ones: none is looked at before this time.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : PasswordChangeOutcome;

    /// <summary>Too many passwords wait already: answer 503 with this Retry-After.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : PasswordChangeOutcome;

    /// <summary>The session that asked has ended in the meantime.</summary>
    public sealed record SignedOut : PasswordChangeOutcome;
}
