using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

/// <summary>Deletes what has expired, so that storage grows with people and not with tokens.</summary>
public sealed partial class Pruner(IDatabase database, IEnumerable<Expiry> expiries, StatementMetrics metrics, IOptions<StorageOptions> options, TimeProvider clock, ILogger<Pruner> logger) : BackgroundService
{
    /// <returns>How many rows went.</returns>
    public async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var (delete, keep) in expiries)
        {
            var before = (clock.GetUtcNow() - keep).ToUnixTimeMilliseconds();
            int gone;
            do
            {
                gone = await database.WriteAsync(write => write.ExecuteAsync(delete, ("before", before)), cancellationToken);
                metrics.Pruned(delete, gone);
                rows += gone;
            }
            while (gone == Expiry.MostRows);
        }

        return rows;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PruneEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                PruningWaits(unavailable);
            }
        }
    }

    [LoggerMessage(1002, LogLevel.Warning, "Pruning waits for the database")]
    private partial void PruningWaits(Exception exception);
}
