using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Notifications;

/// <summary>Sends what the outbox holds, again and later when a sender refuses, and drops what nobody wants any more.</summary>
internal sealed class OutboxWorker(
    IDatabase database, Outbox outbox, IEnumerable<IMessageSender> senders, RenderMessage render, OutboxMetrics metrics, TimeProvider clock, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private sealed record Row(Guid Id, byte[] Sealed, long ExpiresAt, int Attempts);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDueAsync(stoppingToken) > 0)
                {
                }

                await MeasureAsync(stoppingToken);
                await outbox.WaitAsync(Poll, stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                logger.OutboxWaits(unavailable);
                await Task.Delay(Poll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (await database.ReadAsync(read => read.FirstAsync(OutboxStatements.AnyDue, row => row.GetInt32(0), ("now", now)), cancellationToken) == 0)
            return 0;

        var rows = await database.WriteAsync(write => write.ListAsync(OutboxStatements.Lease,
            row => new Row(row.GetGuid(0), (byte[])row[1], row.GetInt64(2), row.GetInt32(3)),
            ("now", now), ("until", now + (long)Lease.TotalMilliseconds)), cancellationToken);
        foreach (var row in rows)
            await SendAsync(row, now, cancellationToken);
        return rows.Count;
    }

    private async Task SendAsync(Row row, long now, CancellationToken cancellationToken)
    {
        var outcome = OutboxMetrics.Expired;
        if (row.ExpiresAt > now)
        {
            try
            {
                var message = outbox.Open(row.Sealed);
                outcome = OutboxMetrics.Sent;
                var sender = senders.First(sender => sender.Channel == message.Channel);
                await sender.SendAsync(message.Destination, render(message), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not StorageUnavailableException)
            {
                metrics.Count(OutboxMetrics.Failed);
                logger.SendFailed(row.Id, row.Attempts, SendFailure.Describe(exception));
                var due = now + (long)Math.Min(TimeSpan.FromMinutes(30).TotalMilliseconds, 5000 * Math.Pow(2, row.Attempts));
                await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Postpone, ("id", row.Id), ("due", due)), cancellationToken);
                return;
            }
        }

        await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Delete, ("id", row.Id)), cancellationToken);
        metrics.Count(outcome);
    }

    /// <summary>The oldest message tells how long the last one to be sent will have waited.</summary>
    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (metrics.IsAgeWatched)
            metrics.Oldest(await database.ReadAsync(read => read.FirstAsync(OutboxStatements.Oldest, row => (Guid?)row.GetGuid(0)), cancellationToken), clock.GetUtcNow());
    }
}
