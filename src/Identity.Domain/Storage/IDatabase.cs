namespace Identity.Domain.Storage;

/// <summary>
/// The one way to the database for prepared SQL. Reads take a reader of their own; a write is one transaction,
/// durable when its task completes. Safe to use from many threads.
/// </summary>
public interface IDatabase
{
    /// <summary>Which engine answers.</summary>
    StorageProvider Provider { get; }

    /// <summary>Runs <paramref name="work"/> outside a transaction; each statement sees what was committed before it.</summary>
    /// <exception cref="StorageUnavailableException">The database is locked, full or away.</exception>
    Task<T> ReadAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it. Whatever it throws undoes all it did.
    /// On SQLite the work waits its turn at the single writer and shares a commit with what waits beside it,
    /// so it does nothing slow and never starts another write.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database is locked, full or away: nothing was stored.</exception>
    Task<T> WriteAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken);
}
