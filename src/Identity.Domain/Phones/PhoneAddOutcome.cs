namespace Identity.Domain.Phones;

/// <summary>What became of a telephone that was confirmed.</summary>
public abstract record PhoneAddOutcome
{
    private PhoneAddOutcome() { }

    /// <summary>It is theirs, and every contact is told.</summary>
    public sealed record Added : PhoneAddOutcome;

    /// <summary>It was theirs, and is known to work again.</summary>
    public sealed record Already : PhoneAddOutcome;

    /// <summary>The account has as many as it can have.</summary>
    public sealed record TooMany(int Most) : PhoneAddOutcome;

    /// <summary>The session that asked has ended in the meantime.</summary>
    public sealed record SignedOut : PhoneAddOutcome;
}
