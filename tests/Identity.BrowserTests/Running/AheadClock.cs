namespace Identity.BrowserTests.Running;

/// <summary>The time of this machine, and as far ahead of it as somebody has waited.</summary>
internal sealed class AheadClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <summary>This much time passes at once. What rings by itself does so in its own time.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
