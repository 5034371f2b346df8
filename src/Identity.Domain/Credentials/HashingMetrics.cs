using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Credentials;

/// <summary>How long passwords wait to be computed: the first thing that grows when sign-ins are more than the processors bear.</summary>
public sealed class HashingMetrics(IMeterFactory meters)
{
    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] };

    private readonly Meter _meter = meters.Identity();
    private readonly Histogram<double> _wait =
        meters.Identity().CreateHistogram("identity.hashing.wait", "s", "How long a password waits to be computed.", advice: Buckets);

    internal void Observe(Func<int> waiting) =>
        _meter.CreateObservableGauge("identity.hashing.queue", waiting, "{password}", "Passwords that wait to be computed.");

    internal void Waited(TimeSpan time) => _wait.Record(time.TotalSeconds);
}
