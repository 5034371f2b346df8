using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Identity.Domain.Storage.Postgres;

/// <summary>
/// Hears of a change on another node as soon as it is committed, on one connection of its own. Whatever it misses, the look
/// at the versions every second finds.
/// </summary>
internal sealed partial class ListenForChanges(NpgsqlDataSource source, SnapshotWatch watch, TimeProvider clock, ILogger<ListenForChanges> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (PostgresFailures.Translate(exception) is StorageUnavailableException unavailable)
            {
                ListeningWaits(unavailable);
                await Task.Delay(Again, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var listen = new NpgsqlCommand($"LISTEN {SnapshotVersions.Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            if (await connection.WaitAsync(Silence, cancellationToken))
                await watch.LookAsync(cancellationToken);
            else
                await listen.ExecuteNonQueryAsync(cancellationToken); // A connection that is dead says so only when it is used.
        }
    }

    [LoggerMessage(1004, LogLevel.Warning, "The database tells nothing of changes for now; they are looked for every second")]
    private partial void ListeningWaits(Exception exception);
}
