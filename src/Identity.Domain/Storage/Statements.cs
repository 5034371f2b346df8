using System.Data.Common;
using System.Diagnostics;

namespace Identity.Domain.Storage;

/// <summary>Binds, counts and runs statements; an engine says how a command comes to be and when it is given back.</summary>
internal abstract class Statements(StatementMetrics metrics, StorageProvider provider, ActivityContext parent, CancellationToken cancellation) : IStatements
{
    public CancellationToken Cancellation => cancellation;

    public abstract DbConnection Connection { get; }

    public abstract DbTransaction? Transaction { get; }

    protected abstract DbCommand Rent(Statement statement);

    protected abstract void Return(DbCommand command);

    public ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        ExecuteAsync(statement, Bind(statement, parameters));

    public ValueTask<T?> FirstAsync<T>(Statement statement, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        FirstAsync(statement, Bind(statement, parameters), map);

    public ValueTask<IReadOnlyList<T>> ListAsync<T>(Statement statement, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        ListAsync(statement, Bind(statement, parameters), map);

    private async ValueTask<int> ExecuteAsync(Statement statement, DbCommand command)
    {
        var run = metrics.Begin(statement, provider, parent);
        try
        {
            return await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (Exception exception) when (run.Failed(exception))
        {
            throw;
        }
        finally
        {
            run.End();
            Return(command);
        }
    }

    private async ValueTask<T?> FirstAsync<T>(Statement statement, DbCommand command, Func<DbDataReader, T> map)
    {
        var run = metrics.Begin(statement, provider, parent);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? map(reader) : default;
        }
        catch (Exception exception) when (run.Failed(exception))
        {
            throw;
        }
        finally
        {
            run.End();
            Return(command);
        }
    }

    private async ValueTask<IReadOnlyList<T>> ListAsync<T>(Statement statement, DbCommand command, Func<DbDataReader, T> map)
    {
        var run = metrics.Begin(statement, provider, parent);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
                rows.Add(map(reader));
            return rows;
        }
        catch (Exception exception) when (run.Failed(exception))
        {
            throw;
        }
        finally
        {
            run.End();
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
