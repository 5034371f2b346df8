namespace Identity.Domain.Recovery;

/// <summary>How far somebody has come who wants back in.</summary>
public abstract record RecoveryProgress
{
    private RecoveryProgress() { }

    /// <summary>Something more has to be shown.</summary>
    /// <param name="Left">What the account has that was not shown yet.</param>
    public sealed record NotEnough(RecoveryProofs Left) : RecoveryProgress;

    /// <summary>It was enough, and opens later.</summary>
    public sealed record Waiting(Guid Recovery, DateTimeOffset Until) : RecoveryProgress;

    /// <summary>They may go in.</summary>
    public sealed record Open(Guid Recovery) : RecoveryProgress;

    /// <summary>Enough were begun for this account today: another from this time on.</summary>
    public sealed record TooMany(DateTimeOffset RetryAt) : RecoveryProgress;

    /// <summary>The account is held by others than its owner, and no proof of theirs changes that.</summary>
    public sealed record Held(Accounts.HoldReason Reason) : RecoveryProgress;
}

/// <summary>What became of an attempt to go in.</summary>
public abstract record RecoveryOutcome
{
    private RecoveryOutcome() { }

    /// <summary>The account is theirs again.</summary>
    /// <param name="Strong">Whether it rested on two things, so that they may change how they sign in.</param>
    public sealed record Completed : RecoveryOutcome;

    /// <summary>Not before this time.</summary>
    public sealed record NotYet(DateTimeOffset Until) : RecoveryOutcome;

    /// <summary>Its owner, or whoever was told of it, has cancelled it.</summary>
    public sealed record Cancelled : RecoveryOutcome;

    /// <summary>It was completed, another one was, or its time is over.</summary>
    public sealed record Over : RecoveryOutcome;

    /// <summary>The new password is none.</summary>
    public sealed record PasswordRefused(Credentials.PasswordVerdict Verdict) : RecoveryOutcome;

    /// <summary>Too much is computed already.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : RecoveryOutcome;
}
