using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Identity.Demo.RecordsApi;

/// <summary>The last readings of each citizen, for as long as the demo runs.</summary>
internal sealed class ReadingBook
{
    private const int Kept = 20;

    private readonly ConcurrentDictionary<string, ImmutableList<HeartRate>> readings = new(StringComparer.Ordinal);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<HeartRate> Of(string subject) => readings.GetValueOrDefault(subject, []);

    public void Add(string subject, HeartRate reading) =>
        readings.AddOrUpdate(subject, [reading], (_, earlier) => [.. earlier.Insert(0, reading).Take(Kept)]);
}
