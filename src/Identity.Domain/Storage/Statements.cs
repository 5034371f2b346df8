using System.Data.Common;

namespace Identity.Domain.Storage;

/// <summary>Binds, counts and runs statements; an engine says how a command comes to be and when it is given back.</summary>
internal abstract class Statements(StatementMetrics metrics, CancellationToken cancellation) : IStatements
{
    public CancellationToken Cancellation => cancellation;

    public abstract DbConnection Connection { get; }

    public abstract DbTransaction? Transaction { get; }

    protected abstract DbCommand Rent(Statement statement);

    protected abstract void Return(DbCommand command);

    public ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        ExecuteAsync(Bind(statement, parameters));

    public ValueTask<T?> FirstAsync<T>(Statement statement, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        FirstAsync(Bind(statement, parameters), map);

    public ValueTask<IReadOnlyList<T>> ListAsync<T>(Statement statement, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        ListAsync(Bind(statement, parameters), map);

    private async ValueTask<int> ExecuteAsync(DbCommand command)
    {
        try
        {
            return await command.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            Return(command);
        }
    }

    private async ValueTask<T?> FirstAsync<T>(DbCommand command, Func<DbDataReader, T> map)
    {
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? map(reader) : default;
        }
        finally
        {
            Return(command);
        }
    }

    private async ValueTask<IReadOnlyList<T>> ListAsync<T>(DbCommand command, Func<DbDataReader, T> map)
    {
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
                rows.Add(map(reader));
            return rows;
        }
        finally
        {
            Return(command);
        }
    }

    private DbCommand Bind(Statement statement, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        metrics.Count(statement.Name);
        var command = Rent(statement);
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
