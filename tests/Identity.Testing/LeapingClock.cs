using Microsoft.Extensions.Time.Testing;

namespace Identity.Testing;

/// <summary>
/// A clock that leaps. A repeating timer that came due several times while the clock was moved rings once, as on a machine
/// that slept: a month ahead is one round of each worker, not a round for each second of it.
/// </summary>
internal sealed class LeapingClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period <= TimeSpan.Zero)
            return base.CreateTimer(callback, state, dueTime, period);

        var timer = new Repeating(callback, state, period);
        timer.Begin(base.CreateTimer(_ => timer.Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime);
        return timer;
    }

    private sealed class Repeating(TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        private ITimer _once = null!; // Begin sets it before the timer can ring.
        private TimeSpan _period = period;

        public void Begin(ITimer once, TimeSpan dueTime)
        {
            _once = once;
            _once.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Ring()
        {
            _once.Change(_period, Timeout.InfiniteTimeSpan);
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return _once.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => _once.Dispose();

        public ValueTask DisposeAsync() => _once.DisposeAsync();
    }
}
