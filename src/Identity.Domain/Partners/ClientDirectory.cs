using System.Data.Common;
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

    private static readonly Statement List = new("clients.list",
        """
        SELECT registration, updated_at, traced_until, organisations.id, organisations.name FROM clients LEFT JOIN organisations ON organisations.id = clients.organisation_id
        """);

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

        var fresh = new ClientSnapshot(version, await database.ReadAsync(read => read.ListAsync(List, Registered), cancellationToken));
        lock (_turn)
        {
            // Whoever looked later may have been faster.
            if (fresh.Version > _current.Version)
                Volatile.Write(ref _current, fresh);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The name of an organisation stands with it alone, so that nobody meets an old one.
    private static RegisteredClient Registered(DbDataReader row)
    {
        var client = ClientJson.Read(row.GetString(0));
        var organisation = row.IsDBNull(3) ? (Guid?)null : row.GetGuid(3);
        return new(organisation is null ? client : client with { OrganizationName = row.GetString(4) }, Time(row.GetInt64(1)), row.IsDBNull(2) ? null : Time(row.GetInt64(2)), organisation);
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
