namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>What became of the wish to add an app.</summary>
public abstract record AppEnrolmentOutcome
{
    private AppEnrolmentOutcome() { }

    /// <summary>It counts from now on. The code that showed it works is used up.</summary>
    public sealed record Added : AppEnrolmentOutcome;

    /// <summary>What was typed is no code: nothing, too short, too long, or not digits.</summary>
    public sealed record Unreadable(CodeReading Reading) : AppEnrolmentOutcome;

    /// <summary>The app shows other codes than we expect.</summary>
    public sealed record Wrong : AppEnrolmentOutcome;

    /// <summary>The account has an app: perhaps another tab was faster.</summary>
    public sealed record AlreadyHas : AppEnrolmentOutcome;

    /// <summary>Too many wrong ones: none is looked at before this time.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : AppEnrolmentOutcome;

    /// <summary>The session that asked has ended in the meantime.</summary>
    public sealed record SignedOut : AppEnrolmentOutcome;
}
