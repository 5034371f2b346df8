using System.Collections.Concurrent;
using System.Diagnostics;

namespace Identity.Domain.Credentials;

/// <summary>
/// A few threads that compute passwords and nothing else, behind a queue with an end. Requests never compute on the
/// pool's threads, so a flood of sign-ins takes its share of the processors and not everybody's turn.
/// </summary>
internal sealed class HashingQueue : IDisposable
{
    private readonly BlockingCollection<Action> _waiting;
    private readonly Thread[] _threads;
    private readonly HashingMetrics? _metrics;

    public HashingQueue(int concurrent, int waiting, HashingMetrics? metrics = null)
    {
        _metrics = metrics;
        _waiting = new(waiting);
        metrics?.Observe(() => _waiting.Count);
        _threads = [.. Enumerable.Range(1, concurrent).Select(Start)];
    }

    /// <summary>The computation's outcome to come, or null when too many wait already.</summary>
    public Task<T>? TryRun<T>(Func<T> compute, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Stopwatch.GetTimestamp();
        return _waiting.TryAdd(() => Complete(outcome, compute, asked, cancellationToken), 0, CancellationToken.None)
            ? outcome.Task
            : null;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _waiting.Dispose();
    }

    private Thread Start(int number)
    {
        var thread = new Thread(Compute) { IsBackground = true, Name = $"Password hashing {number}" };
        thread.Start();
        return thread;
    }

    private void Compute()
    {
        foreach (var next in _waiting.GetConsumingEnumerable())
            next();
    }

    private void Complete<T>(TaskCompletionSource<T> outcome, Func<T> compute, long asked, CancellationToken cancellationToken)
    {
        _metrics?.Waited(Stopwatch.GetElapsedTime(asked));
        // Whoever gave up while waiting costs nothing.
        if (cancellationToken.IsCancellationRequested)
        {
            outcome.SetCanceled(cancellationToken);
            return;
        }
        try
        {
            outcome.SetResult(compute());
        }
#pragma warning disable CA1031 // Not swallowed: it is thrown where the outcome is awaited.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            outcome.SetException(failure);
        }
    }
}
