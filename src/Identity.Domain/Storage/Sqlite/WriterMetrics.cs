using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>How busy the one writer is: what waits for it, and how much shares a commit.</summary>
internal sealed class WriterMetrics(IMeterFactory meters)
{
    private static readonly InstrumentAdvice<int> Buckets = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] };

    private readonly Meter _meter = meters.Identity();
    private readonly Histogram<int> _size =
        meters.Identity().CreateHistogram("identity.storage.commit.size", "{write}", "Writes that share one commit.", advice: Buckets);

    public void Observe(Func<int> waiting) =>
        _meter.CreateObservableGauge("identity.storage.queue", waiting, "{write}", "Writes that wait for the writer.");

    public void Committed(int writes) => _size.Record(writes);
}
