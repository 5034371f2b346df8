using Microsoft.Extensions.Time.Testing;

namespace Identity.Testing;

/// <summary>A clock that stands still until it is moved; every test begins on the same morning.</summary>
public static class TestClock
{
    public static FakeTimeProvider Start() => At(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>One that stands at another time.</summary>
    public static FakeTimeProvider At(DateTimeOffset time) => new LeapingClock(time);
}
