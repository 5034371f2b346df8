using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Consent;

/// <summary>How often citizens agree, refuse and stop.</summary>
public sealed class ConsentMetrics(IMeterFactory meters)
{
    internal const string Given = "given";
    internal const string Refused = "refused";
    internal const string Stopped = "stopped";

    private readonly Counter<long> _consents = meters.Identity().CreateCounter<long>("identity.consents", "{decision}", "What citizens decided about sharing.");

    internal void Count(string decision) => _consents.Add(1, Instruments.Tag("decision", decision));
}
