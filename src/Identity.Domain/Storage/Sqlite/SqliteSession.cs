using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>One owned connection with every statement it has ever run kept prepared. Used by one unit of work at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<Statement, SqliteCommand> _prepared = [];

    public SqliteConnection Connection => connection;

    public SqliteTransaction? Transaction { get; set; }

    public SqliteCommand Command(Statement statement)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.SqlFor(StorageProvider.Sqlite);
            _prepared.Add(statement, command);
        }

        command.Transaction = Transaction;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }
}
