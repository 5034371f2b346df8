using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Partners;

/// <summary>
/// The clients in memory. A row of versions is looked at every second, so that a changed secret counts within two
/// seconds on every node and no request waits for a query. Thread-safe.
/// </summary>
public sealed partial class ClientDirectory(IDatabase database, TimeProvider clock, ILogger<ClientDirectory> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly Statement FindVersion = new("snapshot-versions.find", "SELECT version FROM snapshot_versions WHERE name = 'clients'");
    private static readonly Statement List = new("clients.list", "SELECT registration FROM clients");

    private ClientSnapshot _current = new(-1, []);

    public ClientSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Looks now, and reads the clients again when they have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await database.ReadAsync(read => read.FirstAsync(FindVersion, row => row.GetInt64(0)), cancellationToken);
        if (version == Current.Version)
            return;

        var registrations = await database.ReadAsync(read => read.ListAsync(List, row => row.GetString(0)), cancellationToken);
        Volatile.Write(ref _current, new ClientSnapshot(version, registrations.Select(ClientJson.Read)));
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                ClientsWait(unavailable);
            }
        }
    }

    [LoggerMessage(1301, LogLevel.Warning, "The clients could not be looked at; those in memory go on")]
    private partial void ClientsWait(Exception exception);
}
