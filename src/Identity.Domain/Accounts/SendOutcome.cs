namespace Identity.Domain.Accounts;

/// <summary>What became of a request for a code.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>A message is on its way; which one is for its reader alone to know.</summary>
    public sealed record Sent : SendOutcome;

    /// <summary>Enough was sent to this address: more from this time on.</summary>
    public sealed record TooManySent(DateTimeOffset RetryAt) : SendOutcome;
}
