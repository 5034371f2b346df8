using System.Collections.Concurrent;
using Identity.Domain.BackChannelLogout;
using Identity.Domain.Partners;
using Microsoft.Extensions.Logging;

namespace Identity.Protocol.BackChannelLogout;

/// <summary>
/// Tells clients what they have to be told. Each client has a turn of its own, of a few deliveries, and none waits for the turn of
/// another; once a client fails, the rest of its turn waits.
/// </summary>
internal sealed class LogoutSender(
    LogoutDeliveries deliveries, LogoutToken tokens, LogoutRequest request, ClientDirectory clients, ILogger<LogoutSender> logger)
{
    /// <summary>The most clients that are asked at once by one node.</summary>
    private const int MostTurns = 32;

    /// <summary>The most requests that one client gets at once from one node.</summary>
    private const int MostAtOnce = 4;

    private readonly ConcurrentDictionary<string, Task> _turns = new(StringComparer.Ordinal);

    /// <summary>The turns under way.</summary>
    public IEnumerable<Task> Turns => _turns.Values;

    /// <summary>Begins a turn of every client that something is due for.</summary>
    /// <returns>Whether more may be due: another lease is worth it.</returns>
    public async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        if (_turns.Count >= MostTurns)
            await Task.WhenAny(Turns);
        var leased = await deliveries.LeaseAsync(_turns.Keys, cancellationToken);
        foreach (var turn in leased.GroupBy(delivery => delivery.ClientId))
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _turns[turn.Key] = done.Task;
            _ = TakeTurnAsync(turn.Key, [.. turn], done, cancellationToken);
        }

        return leased.Count > 0;
    }

    private async Task TakeTurnAsync(string client, IReadOnlyList<LogoutDelivery> turn, TaskCompletionSource done, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(client, turn, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What was leased is due again once the lease is over.
            logger.LogoutsWait(client, exception);
        }
        finally
        {
            _turns.TryRemove(client, out _);
            done.SetResult();
        }
    }

    private async Task TellAsync(string client, IReadOnlyList<LogoutDelivery> turn, CancellationToken cancellationToken)
    {
        var failed = false;
        var untried = new ConcurrentBag<LogoutDelivery>();
        await Parallel.ForEachAsync(turn, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken }, async (delivery, cancellation) =>
        {
            if (Volatile.Read(ref failed))
                untried.Add(delivery);
            else if (!await TellAsync(delivery, cancellation))
                Volatile.Write(ref failed, true);
        });
        if (failed)
            await deliveries.RestAsync(client, [.. untried], cancellationToken);
    }

    /// <returns>Whether the client answered.</returns>
    private async Task<bool> TellAsync(LogoutDelivery delivery, CancellationToken cancellationToken)
    {
        if (deliveries.IsOver(delivery))
        {
            await deliveries.GiveUpAsync(delivery, cancellationToken);
            return true;
        }

        var answer = clients.Current.Find(delivery.ClientId) is { BackchannelLogoutUri: { } address } client
            ? await request.SendAsync(address, tokens.Create(delivery, client), cancellationToken)
            : new LogoutAnswer.Failed(null, "unregistered");
        await deliveries.RecordAsync(delivery, answer, cancellationToken);
        if (answer is LogoutAnswer.Failed failure)
            logger.LogoutNotTaken(delivery.ClientId, delivery.Attempts + 1, failure.Why, failure.Status);
        return answer is not LogoutAnswer.Failed;
    }
}
