using System.Data.Common;
using Npgsql;

namespace Identity.Domain.Storage.Postgres;

/// <summary>Statements on a pooled connection; Npgsql prepares what it sees again and keeps it over the pool.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection, NpgsqlTransaction? transaction, StatementMetrics metrics, CancellationToken cancellation)
    : Statements(metrics, StorageProvider.Postgres, default, cancellation)
{
    public override DbConnection Connection => connection;

    public override DbTransaction? Transaction => transaction;

    protected override DbCommand Rent(Statement statement) =>
        new NpgsqlCommand(statement.SqlFor(StorageProvider.Postgres), connection, transaction);

    protected override void Return(DbCommand command) => command.Dispose();
}
