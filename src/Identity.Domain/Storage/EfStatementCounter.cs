using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Identity.Domain.Storage;

/// <summary>Counts what EF Core sends, beside the prepared statements.</summary>
internal sealed class EfStatementCounter(StatementMetrics metrics) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        metrics.Count("ef");
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        metrics.Count("ef");
        return ValueTask.FromResult(result);
    }
}
