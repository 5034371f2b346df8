using System.Data.Common;

namespace Identity.Domain.Storage;

/// <summary>Prepared SQL on one connection, within the unit of work that handed it out.</summary>
public interface IStatements
{
    /// <summary>Cancels what the unit of work runs.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>Runs a statement; returns the number of rows it changed.</summary>
    ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>Runs a statement; returns its first row, or the default when there is none.</summary>
    ValueTask<T?> FirstAsync<T>(Statement statement, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>Runs a statement; returns all its rows.</summary>
    ValueTask<IReadOnlyList<T>> ListAsync<T>(Statement statement, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters);
}
