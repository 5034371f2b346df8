using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Partners;

/// <summary>
/// The clients in memory. A changed secret counts within two seconds on every node, and no request waits for a query.
/// Thread-safe.
/// </summary>
public sealed class ClientDirectory(IDatabase database) : IHostedService, ISnapshot
{
    internal const string SnapshotName = "clients";

    private static readonly Statement List = new("clients.list", "SELECT registration, updated_at, traced_until FROM clients");

    private readonly Lock _turn = new();
    private ClientSnapshot _current = new(-1, []);

    public ClientSnapshot Current => Volatile.Read(ref _current);

    string ISnapshot.Name => SnapshotName;

    long ISnapshot.Version => Current.Version;

    /// <summary>Looks now, and reads the clients again when they have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await SnapshotVersions.FindAsync(database, SnapshotName, cancellationToken);
        if (version == Current.Version)
            return;

        var registered = await database.ReadAsync(read => read.ListAsync(List, row => (
            Text: row.GetString(0), ChangedAt: Time(row.GetInt64(1)), TracedUntil: row.IsDBNull(2) ? (DateTimeOffset?)null : Time(row.GetInt64(2)))), cancellationToken);
        var fresh = new ClientSnapshot(version, registered.Select(row => new RegisteredClient(ClientJson.Read(row.Text), row.ChangedAt, row.TracedUntil)));
        lock (_turn)
        {
            // Whoever looked later may have been faster.
            if (fresh.Version > _current.Version)
                Volatile.Write(ref _current, fresh);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
