using System.Data.Common;
using System.Diagnostics;
using Identity.Domain.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Identity.Domain.Storage;

/// <summary>Counts and traces what EF Core sends, beside the prepared statements. Its SQL stays here, as do its parameters.</summary>
internal sealed class EfStatementCounter(StatementMetrics metrics, Lazy<IDatabase> database) : DbCommandInterceptor
{
    private const string Name = "ef";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        metrics.Count(Name);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        metrics.Count(Name);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Trace(eventData, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Trace(eventData, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    private void Trace(CommandEventData eventData, TimeSpan duration)
    {
        using var span = Instruments.Spans.StartActivity(ActivityKind.Client, startTime: eventData.StartTime, name: Name);
        span?.SetTag("db.system.name", StatementMetrics.SystemName(database.Value.Provider)).SetTag("db.query.summary", Name)
            .SetEndTime((eventData.StartTime + duration).UtcDateTime);
    }
}
