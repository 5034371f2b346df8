using System.Data.Common;
using System.Diagnostics;

namespace Identity.Domain.Storage.Sqlite;

internal sealed class SqliteStatements(SqliteSession session, StatementMetrics metrics, ActivityContext parent, CancellationToken cancellation)
    : Statements(metrics, StorageProvider.Sqlite, parent, cancellation)
{
    public override DbConnection Connection => session.Connection;

    public override DbTransaction? Transaction => session.Transaction;

    protected override DbCommand Rent(Statement statement) => session.Command(statement);

    protected override void Return(DbCommand command)
    {
    }
}
