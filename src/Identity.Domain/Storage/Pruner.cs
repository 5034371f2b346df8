using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

/// <summary>Deletes what has expired, so that storage grows with people and not with tokens.</summary>
public sealed partial class Pruner(IDatabase database, IEnumerable<Expiry> expiries, StatementMetrics metrics, IOptions<StorageOptions> options, TimeProvider clock, ILogger<Pruner> logger) : BackgroundService
{
    /// <summary>Rests this many times as long as a batch took, so that those who wait for the writer have most of it.</summary>
    private const int Rest = 4;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(10);

    /// <summary>Deletes all that has expired, without a rest.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> PruneAsync(CancellationToken cancellationToken) => PruneAsync(_ => Task.CompletedTask, cancellationToken);

    private async Task<int> PruneAsync(Func<TimeSpan, Task> rest, CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var (delete, keep) in expiries)
        {
            var before = (clock.GetUtcNow() - keep).ToUnixTimeMilliseconds();
            int gone;
            do
            {
                var begun = clock.GetTimestamp();
                gone = await database.WriteAsync(write => write.ExecuteAsync(delete, ("before", before)), cancellationToken);
                rows += gone;
                metrics.Pruned(delete, gone);
                if (gone == Expiry.MostRows)
                    await rest(clock.GetElapsedTime(begun));
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
                await PruneAsync(took => Task.Delay((took * Rest) + ShortestRest, clock, stoppingToken), stoppingToken);
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
