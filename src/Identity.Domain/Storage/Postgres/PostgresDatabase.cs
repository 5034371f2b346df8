using Npgsql;

namespace Identity.Domain.Storage.Postgres;

internal sealed class PostgresDatabase(NpgsqlDataSource source, StatementMetrics metrics) : IDatabase
{
    public StorageProvider Provider => StorageProvider.Postgres;

    public async Task<T> ReadAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await work(new PostgresStatements(connection, null, metrics, cancellationToken));
        }
        catch (Exception exception) when (PostgresFailures.Translate(exception) is StorageUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    public async Task<T> WriteAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new PostgresStatements(connection, transaction, metrics, cancellationToken));
            // Past this line the answer is the server's: a cancelled request must not leave the caller in doubt.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (Exception exception) when (PostgresFailures.Translate(exception) is StorageUnavailableException unavailable)
        {
            throw unavailable;
        }
    }
}
