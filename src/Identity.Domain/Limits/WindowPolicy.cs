namespace Identity.Domain.Limits;

/// <summary>So many within any such time, and no more.</summary>
public sealed record WindowPolicy(int Most, TimeSpan Window)
{
    /// <summary>Whether one more may follow the earlier ones, in whatever order they are given.</summary>
    public LimitDecision Decide(IEnumerable<DateTimeOffset> earlier, DateTimeOffset now)
    {
        // The last so many decide: when the first of them leaves the window there is room again. What is further ahead than
        // the window was counted by a clock that has been set back since.
        var last = earlier.Where(time => time > now - Window && time < now + Window).OrderDescending().Take(Most).ToList();
        return last.Count < Most ? new LimitDecision.Allowed() : new LimitDecision.RetryAt(last[^1] + Window);
    }
}
