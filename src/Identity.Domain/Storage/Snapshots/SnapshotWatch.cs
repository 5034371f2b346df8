using Identity.Domain.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Storage.Snapshots;

/// <summary>Looks at the versions every second, so that a change counts on every node within two.</summary>
internal sealed partial class SnapshotWatch(IDatabase database, IEnumerable<ISnapshot> snapshots, FreshnessMetrics freshness, TimeProvider clock, ILogger<SnapshotWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var versions = await SnapshotVersions.ListAsync(database, cancellationToken);
        foreach (var snapshot in snapshots)
        {
            if (versions.GetValueOrDefault(snapshot.Name) != snapshot.Version)
                await snapshot.RefreshAsync(cancellationToken);
        }

        freshness.Looked(FreshnessMetrics.Snapshots);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                MemoryGoesOn(unavailable);
            }
        }
    }

    [LoggerMessage(1003, LogLevel.Warning, "The versions could not be looked at; what is in memory goes on")]
    private partial void MemoryGoesOn(Exception exception);
}
