using Identity.Domain.Notifications;

namespace Identity.Domain.Phones;

/// <summary>What became of a request for a code by telephone. None of them is silence: a page says which it was.</summary>
public abstract record PhoneSendOutcome
{
    private PhoneSendOutcome() { }

    /// <summary>It is on its way.</summary>
    /// <param name="Channel">How, which is not how it was asked for when texts do not go out at the moment or the number takes none.</param>
    public sealed record Sent(MessageChannel Channel) : PhoneSendOutcome;

    /// <summary>Enough was sent there for now: offer another way, and more from this time on.</summary>
    public sealed record TooManySent(DateTimeOffset RetryAt) : PhoneSendOutcome;

    /// <summary>The day's budget of the number, of its neighbours, of the network or of the country is spent: offer another way, and more from this time on.</summary>
    public sealed record BudgetSpent(DateTimeOffset RetryAt) : PhoneSendOutcome;

    /// <summary>Neither texts nor calls go out from here at the moment: offer another way.</summary>
    public sealed record Unavailable : PhoneSendOutcome;
}
