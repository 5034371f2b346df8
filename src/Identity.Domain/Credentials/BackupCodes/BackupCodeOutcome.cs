namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>What became of a backup code.</summary>
public abstract record BackupCodeOutcome
{
    private BackupCodeOutcome() { }

    /// <summary>It is right, and used up.</summary>
    /// <param name="Left">How many others there are.</param>
    public sealed record Correct(int Left) : BackupCodeOutcome;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : BackupCodeOutcome;

    /// <summary>It is none of this account's codes, or no code at all.</summary>
    public sealed record Wrong : BackupCodeOutcome;

    /// <summary>It has been used before.</summary>
    public sealed record AlreadyUsed : BackupCodeOutcome;

    /// <summary>Too many wrong ones: none is looked at before this time.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : BackupCodeOutcome;
}
