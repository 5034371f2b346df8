namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>What became of a code from an app.</summary>
public abstract record AppOutcome
{
    private AppOutcome() { }

    /// <summary>It is right, and used up.</summary>
    public sealed record Correct : AppOutcome;

    /// <summary>It is no code: nothing, too short, too long, or not digits. It does not count as a wrong one.</summary>
    public sealed record Unreadable(CodeReading Reading) : AppOutcome;

    /// <summary>It is no code of this minute.</summary>
    public sealed record Wrong : AppOutcome;

    /// <summary>It, or a later one, has been used before: the next one will do.</summary>
    public sealed record AlreadyUsed : AppOutcome;

    /// <summary>Too many wrong ones: none is looked at before this time.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : AppOutcome;

    /// <summary>The account has no app.</summary>
    public sealed record None : AppOutcome;
}
