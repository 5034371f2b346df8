using System.Net.Sockets;
using Npgsql;

namespace Identity.Domain.Storage.Postgres;

internal static class PostgresFailures
{
    /// <summary>What is the surroundings' fault becomes <see cref="StorageUnavailableException"/>; a bug stays what it is.</summary>
    public static Exception Translate(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is StorageUnavailableException)
                return inner;
            // The server's own word for it (57014) lies within: whoever gave up knows why.
            if (inner is OperationCanceledException)
                return exception;
            if (inner is PostgresException { SqlState: var state })
                return IsUnavailable(state) ? StorageUnavailableException.From(exception) : exception;
            if (inner is NpgsqlException or SocketException or TimeoutException)
                return StorageUnavailableException.From(exception);
        }

        return exception;
    }

    // Classes 08 connection, 40 rollback, 53 resources (disk full, too many connections), 57P server shutting down, 55 lock or not accepting connections, 3D no such database.
    private static bool IsUnavailable(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("40", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57", StringComparison.Ordinal)
        || state.StartsWith("55", StringComparison.Ordinal) || state.StartsWith("3D", StringComparison.Ordinal)
        || state is PostgresErrorCodes.ReadOnlySqlTransaction;
}
