namespace Identity.Domain.Letters;

/// <summary>What became of the wish for a code by post.</summary>
public abstract record LetterSendOutcome
{
    private LetterSendOutcome() { }

    /// <summary>It is posted; the code works until this time.</summary>
    public sealed record Sent(DateTimeOffset ExpiresAt) : LetterSendOutcome;

    /// <summary>The account has no postal address.</summary>
    public sealed record NoAddress : LetterSendOutcome;

    /// <summary>Two letters a month are enough: more from this time on.</summary>
    public sealed record TooManySent(DateTimeOffset RetryAt) : LetterSendOutcome;

    /// <summary>No letters are sent from here.</summary>
    public sealed record Unavailable : LetterSendOutcome;
}

/// <summary>What became of a code from a letter.</summary>
public abstract record LetterCodeOutcome
{
    private LetterCodeOutcome() { }

    /// <summary>It is right: whoever typed it opens that letter box.</summary>
    public sealed record Confirmed : LetterCodeOutcome;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : LetterCodeOutcome;

    /// <summary>It is none of those sent.</summary>
    public sealed record Wrong : LetterCodeOutcome;

    /// <summary>Five wrong ones: the code works again from this time on.</summary>
    public sealed record TooManyAttempts(DateTimeOffset RetryAt) : LetterCodeOutcome;

    /// <summary>It is too old, or none was sent.</summary>
    public sealed record Expired : LetterCodeOutcome;

    /// <summary>A right code was typed before. It confirms nothing again.</summary>
    public sealed record AlreadyUsed : LetterCodeOutcome;
}
