using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Notifications;

/// <summary>Sends what the outbox holds, again and later when a sender refuses, and drops what nobody wants any more.</summary>
internal sealed class OutboxWorker(
    IDatabase database, Outbox outbox, OutboxDelivery delivery, OutboxMetrics metrics, TimeProvider clock, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

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
            WaitingMessage.Of, ("now", now), ("until", now + (long)Lease.TotalMilliseconds)), cancellationToken);
        // Each channel by itself, so that a gateway that hangs holds up no mail.
        await Task.WhenAll(rows.GroupBy(row => outbox.ChannelOf(row.Sealed)).Select(group => SendAsync(group, cancellationToken)));
        return rows.Count;
    }

    private async Task SendAsync(IEnumerable<WaitingMessage> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
            await delivery.SendAsync(row, cancellationToken);
    }

    /// <summary>The oldest message tells how long the last one to be sent will have waited.</summary>
    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (metrics.IsAgeWatched)
            metrics.Oldest(await database.ReadAsync(read => read.FirstAsync(OutboxStatements.Oldest, row => (Guid?)row.GetGuid(0)), cancellationToken), clock.GetUtcNow());
    }
}
