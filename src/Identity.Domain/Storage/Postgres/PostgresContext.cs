using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Identity.Domain.Storage.Postgres;

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options, Lazy<IDatabase> database, NpgsqlDataSource source)
    : IdentityContext(options, database)
{
    protected override DbConnection CreateConnection() => source.CreateConnection();
}
