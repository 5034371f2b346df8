using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Identity.Domain.Storage;

namespace Identity.Testing;

/// <summary>Names the statements that one Domain sends to its database, in order, while it listens.</summary>
public sealed class StatementRecorder : IDisposable
{
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly MeterListener _listener = new();

    public StatementRecorder(TestDomain domain) : this(domain.Get<IMeterFactory>())
    {
    }

    public StatementRecorder(TestProvider provider) : this(provider.Get<IMeterFactory>())
    {
    }

    private StatementRecorder(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == StatementMetrics.CounterName && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _sent.Enqueue(tags[0].Value?.ToString() ?? ""));
        _listener.Start();
    }

    private static readonly string[] Looks = [".due", ".lease", ".prune", ".waiting", "snapshot-versions.list"];

    /// <summary>What was sent since the last call, whoever sent it.</summary>
    public IReadOnlyList<string> TakeAll()
    {
        var names = new List<string>();
        while (_sent.TryDequeue(out var name))
            names.Add(name);
        return names;
    }

    /// <summary>What was sent since the last call, without what the outbox, the watch over versions and whoever looks for what is due send in their own time.</summary>
    public IReadOnlyList<string> Take() =>
        [.. TakeAll().Where(name => !Looks.Any(look => name.EndsWith(look, StringComparison.Ordinal))).Where(name => name is "outbox.insert" || !(name.StartsWith("outbox.", StringComparison.Ordinal) || name.StartsWith("mailbox.", StringComparison.Ordinal)))];

    public void Dispose() => _listener.Dispose();
}
