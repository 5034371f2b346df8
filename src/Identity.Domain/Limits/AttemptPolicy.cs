namespace Identity.Domain.Limits;

/// <summary>
/// How long to wait after failures in a row (NIST SP 800-63B-4 §3.2.2: waits that grow): none for the first, then a
/// time that doubles with each. Nobody is ever locked out for good.
/// </summary>
/// <param name="FreeAttempts">Failures before the first wait.</param>
/// <param name="FirstDelay">The wait after that many.</param>
/// <param name="LongestDelay">What the wait grows to.</param>
/// <param name="ForgetAfter">How long after the last failure all of them are forgotten.</param>
public sealed record AttemptPolicy(int FreeAttempts, TimeSpan FirstDelay, TimeSpan LongestDelay, TimeSpan ForgetAfter)
{
    /// <summary>Whether another attempt is looked at now.</summary>
    public LimitDecision Decide(AttemptCount count, DateTimeOffset now)
    {
        // A failure further ahead than any wait was counted by a clock that has been set back since.
        if (now - count.LastFailureAt >= ForgetAfter || count.LastFailureAt - now > LongestDelay)
            return new LimitDecision.Allowed();
        var retryAt = count.LastFailureAt + DelayAfter(count.Failures);
        return now < retryAt ? new LimitDecision.RetryAt(retryAt) : new LimitDecision.Allowed();
    }

    /// <summary>The wait after so many failures in a row.</summary>
    public TimeSpan DelayAfter(int failures)
    {
        if (failures < FreeAttempts)
            return TimeSpan.Zero;
        // Past 2^20 the longest delay is long reached, and a double still multiplies exactly.
        var doublings = Math.Min(failures - FreeAttempts, 20);
        var delay = FirstDelay * Math.Pow(2, doublings);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
