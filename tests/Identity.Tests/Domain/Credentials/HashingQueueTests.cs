using Identity.Domain.Credentials;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

public sealed class HashingQueueTests
{
    [Fact]
    public async Task Computes_no_more_at_once_than_it_was_told()
    {
        using var queue = new HashingQueue(concurrent: 2, waiting: 64);
        using var gate = new ManualResetEventSlim();
        var (now, most) = (0, 0);
        var all = Enumerable.Range(0, 20).Select(_ => queue.TryRun(() =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            gate.Wait(TimeSpan.FromSeconds(10));
            return Interlocked.Decrement(ref now);
        }, default)!).ToList(); // 64 may wait, so none is null.

        gate.Set();
        await Task.WhenAll(all);

        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Refuses_at_once_when_too_many_wait()
    {
        using var queue = new HashingQueue(concurrent: 1, waiting: 1);
        using var started = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var running = queue.TryRun(() => { started.Set(); return gate.Wait(TimeSpan.FromSeconds(10)); }, default);
        started.Wait(TimeSpan.FromSeconds(10));
        var waiting = queue.TryRun(() => true, default);

        Assert.Null(queue.TryRun(() => true, default));

        gate.Set();
        Assert.True(await running!); // The queue was empty.
        Assert.True(await waiting!); // One may wait.
    }

    [Fact]
    public async Task Whoever_gave_up_while_waiting_costs_nothing()
    {
        using var queue = new HashingQueue(concurrent: 1, waiting: 2);
        using var gate = new ManualResetEventSlim();
        using var givesUp = new CancellationTokenSource();
        var ran = false;
        var running = queue.TryRun(() => gate.Wait(TimeSpan.FromSeconds(10)), default);
        var abandoned = queue.TryRun(() => ran = true, givesUp.Token);

        await givesUp.CancelAsync();
        gate.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned!); // Two may wait.
        Assert.True(await running!); // The queue was empty.
        Assert.False(ran);
    }

    [Fact]
    public async Task A_failed_computation_fails_its_own_caller_and_no_other()
    {
        using var queue = new HashingQueue(concurrent: 1, waiting: 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.TryRun<int>(() => throw new InvalidOperationException(), default)!);

        Assert.Equal(7, await queue.TryRun(() => 7, default)!);
    }

    private static void InterlockedMax(ref int most, int candidate)
    {
        for (var seen = Volatile.Read(ref most); candidate > seen;)
            seen = Interlocked.CompareExchange(ref most, candidate, seen);
    }
}
