using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Identity.Domain.Telemetry;

/// <summary>How long ago this node last did what it does again and again. What grows has stopped.</summary>
public sealed class FreshnessMetrics
{
    internal const string Snapshots = "snapshots";
    internal const string Seals = "audit.seals";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _looked = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    public FreshnessMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        meters.Identity().CreateObservableGauge("identity.refresh.age", Ages, "s", "How long ago this node last looked, by what it looks after.");
    }

    internal void Looked(string what) => _looked[what] = _clock.GetUtcNow();

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = _clock.GetUtcNow();
        return _looked.Select(entry => new Measurement<double>((now - entry.Value).TotalSeconds, Instruments.Tag("what", entry.Key)));
    }
}
