using System.Diagnostics.Metrics;

namespace Identity.Domain.Storage;

/// <summary>Counts every statement sent to the database by its name, so that a rise in what an operation costs shows.</summary>
public sealed class StatementMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Identity.Storage";

    /// <summary>Name of the counter; its tag <c>statement</c> holds <see cref="Statement.Name"/>, or <c>ef</c>.</summary>
    public const string CounterName = "identity.storage.statements";

    private readonly Counter<long> _statements;

    public StatementMetrics(IMeterFactory meters)
    {
        _statements = meters.Create(MeterName).CreateCounter<long>(CounterName, "{statement}", "Statements sent to the database.");
    }

    internal void Count(string statement) => _statements.Add(1, new KeyValuePair<string, object?>("statement", statement));
}
