using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Identity.Domain.Storage.Sqlite;

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options, Lazy<IDatabase> database, SqliteConnections connections)
    : IdentityContext(options, database)
{
    protected override DbConnection CreateConnection() => new SqliteConnection(connections.ConnectionString);
}
