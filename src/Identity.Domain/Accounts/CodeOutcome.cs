namespace Identity.Domain.Accounts;

/// <summary>What became of a code typed.</summary>
public abstract record CodeOutcome
{
    private CodeOutcome() { }

    /// <summary>It is right: whoever typed it reads that address.</summary>
    public sealed record Confirmed : CodeOutcome;

    /// <summary>It is not one of those sent.</summary>
    public sealed record Wrong : CodeOutcome;

    /// <summary>Five wrong ones: the codes sent so far work no more, a new one does.</summary>
    public sealed record TooManyAttempts : CodeOutcome;

    /// <summary>The codes sent so far are too old, or none was sent.</summary>
    public sealed record Expired : CodeOutcome;

    /// <summary>A right code was typed before, as when a form is posted twice. It confirms nothing again.</summary>
    public sealed record AlreadyUsed : CodeOutcome;
}
