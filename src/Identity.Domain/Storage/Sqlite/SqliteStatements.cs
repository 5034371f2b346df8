using System.Data.Common;

namespace Identity.Domain.Storage.Sqlite;

internal sealed class SqliteStatements(SqliteSession session, StatementMetrics metrics, CancellationToken cancellation)
    : Statements(metrics, cancellation)
{
    public override DbConnection Connection => session.Connection;

    public override DbTransaction? Transaction => session.Transaction;

    protected override DbCommand Rent(Statement statement) => session.Command(statement);

    protected override void Return(DbCommand command)
    {
    }
}
