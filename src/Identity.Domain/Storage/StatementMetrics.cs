using System.Diagnostics;
using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Storage;

/// <summary>
/// Counts, times and traces every statement by its name, as the semantic conventions for databases call it. A statement's
/// parameters never leave.
/// </summary>
public sealed class StatementMetrics
{
    /// <summary>Name of the counter; its tag <c>statement</c> holds <see cref="Statement.Name"/>, or <c>ef</c>.</summary>
    public const string CounterName = "identity.storage.statements";

    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] };

    private readonly Counter<long> _statements;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _pruned;

    public StatementMetrics(IMeterFactory meters)
    {
        var meter = meters.Identity();
        _statements = meter.CreateCounter<long>(CounterName, "{statement}", "Statements sent to the database.");
        _duration = meter.CreateHistogram("db.client.operation.duration", "s", "How long a statement takes.", advice: Buckets);
        _pruned = meter.CreateCounter<long>("identity.storage.pruned", "{row}", "Rows deleted because their time was over.");
    }

    internal void Count(string statement) => _statements.Add(1, Instruments.Tag("statement", statement));

    internal void Pruned(Statement statement, int rows) => _pruned.Add(rows, Instruments.Tag("statement", statement.Name));

    /// <summary>Begins one statement. Called where it is awaited, so that the span ends in the flow that it began in.</summary>
    internal Run Begin(Statement statement, StorageProvider provider, ActivityContext parent) =>
        _duration.Enabled || Instruments.Spans.HasListeners() ? new Run(_duration, statement, provider, parent) : default;

    internal static string SystemName(StorageProvider provider) => provider is StorageProvider.Postgres ? "postgresql" : "sqlite";

    /// <summary>One statement on its way. The default is one that nobody watches.</summary>
    internal readonly struct Run
    {
        private readonly Histogram<double>? _duration;
        private readonly Statement _statement;
        private readonly StorageProvider _provider;
        private readonly Activity? _span;
        private readonly long _started;

        public Run(Histogram<double> duration, Statement statement, StorageProvider provider, ActivityContext parent)
        {
            _duration = duration;
            _statement = statement;
            _provider = provider;
            _span = parent == default
                ? Instruments.Spans.StartActivity(statement.Name, ActivityKind.Client)
                : Instruments.Spans.StartActivity(statement.Name, ActivityKind.Client, parent);
            foreach (var (name, value) in _span is null ? [] : statement.TagsFor(provider))
                _span?.SetTag(name, value);
            _started = Stopwatch.GetTimestamp();
        }

        /// <returns>Always false: to be used as an exception filter, before the stack is unwound.</returns>
        public bool Failed(Exception exception)
        {
            // The type alone: a message of the database may quote a value.
            _span?.SetTag("error.type", exception.GetType().FullName);
            _span?.SetStatus(ActivityStatusCode.Error);
            return false;
        }

        public void End()
        {
            _duration?.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, _statement.TagsFor(_provider));
            _span?.Dispose();
        }
    }
}
