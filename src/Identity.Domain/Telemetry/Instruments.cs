using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Identity.Domain.Telemetry;

/// <summary>
/// The one meter and the one source of spans of this program. Each room has instruments of its own in its
/// <c>…Metrics</c>; <c>docs/operations/metrics.md</c> lists them all. With nobody listening they cost nothing.
/// </summary>
public static class Instruments
{
    /// <summary>Name of the meter and of the source.</summary>
    public const string Name = "Identity";

    /// <summary>What spans come from.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>The meter, the same for every room of a host.</summary>
    public static Meter Identity(this IMeterFactory meters) => meters.Create(Name);

    internal static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
