using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Identity.Domain.Storage.Sqlite;

internal static class SqliteFailures
{
    // https://sqlite.org/rescode.html
    private const int Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26;

    /// <summary>What is the surroundings' fault becomes <see cref="StorageUnavailableException"/>; a bug stays what it is.</summary>
    public static Exception Translate(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is StorageUnavailableException)
                return inner;
            if (inner is SqliteException { SqliteErrorCode: Perm or Busy or Locked or ReadOnly or IoError or Corrupt or Full or CantOpen or NotADatabase })
                return StorageUnavailableException.From(exception);
        }

        return exception;
    }

    /// <summary>Some errors roll the whole transaction back by themselves; SQLite is then in autocommit mode again.</summary>
    public static bool LosesTransaction(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) != 0;
}
