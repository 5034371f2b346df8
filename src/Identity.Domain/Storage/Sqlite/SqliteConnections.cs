using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>Opens connections that are owned, not pooled: a pooled one drops its prepared statements when it closes.</summary>
internal sealed class SqliteConnections(IOptions<StorageOptions> options)
{
    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = System.IO.Path.GetFullPath(options.Value.Path),
        Pooling = false,
        ForeignKeys = true,
        // Whole seconds the driver goes on trying after SQLite's own wait; it sleeps 150 ms between tries.
        DefaultTimeout = 1,
    }.ToString();

    public SqliteConnection OpenWriter() => Open("PRAGMA synchronous = FULL;");

    public SqliteConnection OpenReader() => Open("PRAGMA query_only = ON;");

    private SqliteConnection Open(string pragmas)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(options.Value.Path))!); // A full path to a file has a folder.
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            Prepare(connection);
            Execute(connection, pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What every connection needs, EF Core's own included.</summary>
    public void Prepare(SqliteConnection connection)
    {
        Execute(connection, $"PRAGMA busy_timeout = {(int)options.Value.LockTimeout.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY;");
        AuditFunctions.Register(connection);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
