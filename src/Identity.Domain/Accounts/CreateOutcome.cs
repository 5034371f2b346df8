using Identity.Domain.Credentials;

namespace Identity.Domain.Accounts;

/// <summary>What became of a new account.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome() { }

    /// <summary>It is there.</summary>
    public sealed record Created(Guid AccountId) : CreateOutcome;

    /// <summary>The address, or the sign-in ID, has an account: created meanwhile, or by the same form posted twice.</summary>
    public sealed record EmailTaken : CreateOutcome;

    /// <summary>The password may not be used.</summary>
    public sealed record PasswordRefused(PasswordVerdict Verdict) : CreateOutcome;

    /// <summary>Too many passwords wait already: answer 503 with this Retry-After.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : CreateOutcome;
}
