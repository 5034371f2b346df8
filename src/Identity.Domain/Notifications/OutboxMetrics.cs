using System.Buffers.Binary;
using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Notifications;

/// <summary>Whether messages leave: how many, and how long the oldest has waited.</summary>
public sealed class OutboxMetrics(IMeterFactory meters)
{
    internal const string Queued = "queued";
    internal const string Sent = "sent";
    internal const string Failed = "failed";
    internal const string Expired = "expired";
    internal const string Rerouted = "rerouted";

    private readonly Counter<long> _messages = meters.Identity().CreateCounter<long>("identity.messages", "{message}", "Messages by what became of them.");
    private readonly Gauge<double> _age = meters.Identity().CreateGauge<double>("identity.outbox.age", "s", "How long the oldest message has waited.");

    internal bool IsAgeWatched => _age.Enabled;

    internal void Count(string outcome) => _messages.Add(1, Instruments.Tag("outcome", outcome));

    internal void Oldest(Guid? message, DateTimeOffset now) => _age.Record(message is { } id ? Math.Max(0, (now - MadeAt(id)).TotalSeconds) : 0);

    // RFC 9562 §5.7: the first 48 bits are Unix milliseconds.
    private static DateTimeOffset MadeAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16);
    }
}
