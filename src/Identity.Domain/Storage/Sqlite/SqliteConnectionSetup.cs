using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>Gives the connections that EF Core opens for reading the same settings as ours.</summary>
internal sealed class SqliteConnectionSetup(SqliteConnections connections) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        connections.Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        connections.Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
