using Identity.Domain.Limits;

namespace Identity.Domain.DeviceAuthorization;

/// <summary>What became of a code that somebody typed.</summary>
public abstract record UserCodeOutcome
{
    private UserCodeOutcome()
    {
    }

    /// <summary>A device waits under it.</summary>
    public sealed record Found(WaitingDevice Device) : UserCodeOutcome;

    /// <summary>None does: it never was, its time is over, or it has been answered.</summary>
    public sealed record Unknown : UserCodeOutcome;

    /// <summary>Too many were wrong; the next is looked at from this time on.</summary>
    public sealed record TooManyTries(DateTimeOffset RetryAt) : UserCodeOutcome;
}

/// <summary>
/// Looks up what a person typed, so often and no more (RFC 8628 §5.1): each wrong code counts for the account that is signed
/// in, else for the network. A right one forgets nothing, as whoever guesses can have right ones made.
/// </summary>
public sealed class UserCodeEntry(DeviceCodeStore codes, SignInLimits limits)
{
    private const string Method = "user-code";

    public async Task<UserCodeOutcome> TryAsync(string? typed, Network network, Guid? account, CancellationToken cancellationToken)
    {
        // What can be no code is no guess.
        if (UserCode.Read(typed) is not { } code)
            return new UserCodeOutcome.Unknown();

        var attempt = new SignInAttempt("", network, account?.ToString("D") ?? network.ToString()) { Method = Method };
        if (await limits.CheckAsync(attempt, cancellationToken) is LimitDecision.RetryAt before)
            return new UserCodeOutcome.TooManyTries(before.Time);
        if (await codes.FindByUserCodeAsync(code, cancellationToken) is not { } device)
        {
            await limits.RecordFailureAsync(attempt, cancellationToken);
            return new UserCodeOutcome.Unknown();
        }

        // Of many sent at once, only those that end before the limit is reached may succeed.
        return await limits.CheckAsync(attempt, cancellationToken) is LimitDecision.RetryAt since
            ? new UserCodeOutcome.TooManyTries(since.Time)
            : new UserCodeOutcome.Found(device);
    }
}
