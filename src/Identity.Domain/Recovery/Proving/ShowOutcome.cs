using Identity.Domain.Accounts;
using Identity.Domain.Credentials;

namespace Identity.Domain.Recovery.Proving;

/// <summary>What became of something shown.</summary>
public abstract record ShowOutcome
{
    private ShowOutcome() { }

    /// <summary>It is right.</summary>
    /// <param name="Account">Whose account it leads into.</param>
    public sealed record Shown(Guid Account) : ShowOutcome;

    /// <summary>It cannot be one of these, whatever was sent.</summary>
    public sealed record Unreadable(CodeReading Reading) : ShowOutcome;

    /// <summary>It is not right, or there is nothing it could be right for.</summary>
    public sealed record Wrong : ShowOutcome;

    /// <summary>What was sent is too old, used, or has been guessed at too often: another has to be sent.</summary>
    public sealed record Expired : ShowOutcome;

    /// <summary>Not before this time.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : ShowOutcome;

    /// <summary>Too much is computed already.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : ShowOutcome;

    internal static ShowOutcome Of(CodeOutcome outcome, RecoveryAttempt attempt) => outcome switch
    {
        CodeOutcome.Confirmed when attempt.Account is { } account => new Shown(account.Id),
        CodeOutcome.Expired or CodeOutcome.AlreadyUsed or CodeOutcome.TooManyAttempts => new Expired(),
        _ => new Wrong(),
    };
}
