namespace Identity.Domain.Accounts;

/// <summary>What a citizen typed where an e-mail address was asked for.</summary>
public abstract record EmailReading
{
    private EmailReading() { }

    /// <summary>An address: whether it is theirs is not known yet.</summary>
    public sealed record Read(EmailAddress Address) : EmailReading;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : EmailReading;

    /// <summary>It is not written like name@example.com, or is longer than mail can carry.</summary>
    public sealed record NotAnAddress : EmailReading;
}
