namespace Identity.Domain.Storage.Sqlite;

internal sealed class SqliteDatabase(SqliteReaders readers, SqliteWriter writer) : IDatabase
{
    public StorageProvider Provider => StorageProvider.Sqlite;

    public Task<T> ReadAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken) =>
        readers.ReadAsync(work, cancellationToken);

    public Task<T> WriteAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken) =>
        writer.WriteAsync(work, cancellationToken);
}
