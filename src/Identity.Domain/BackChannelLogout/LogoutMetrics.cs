using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.BackChannelLogout;

/// <summary>Whether applications hear that sessions ended.</summary>
public sealed class LogoutMetrics(IMeterFactory meters)
{
    internal const string Told = "told";
    internal const string Refused = "refused";
    internal const string Failed = "failed";
    internal const string GivenUp = "given_up";

    private readonly Counter<long> _logouts = meters.Identity().CreateCounter<long>("identity.logouts", "{logout}", "Logouts that applications are told of, by what became of them.");
    private readonly Gauge<long> _waiting = meters.Identity().CreateGauge<long>("identity.logouts.waiting", "{logout}", "Logouts that applications have not been told of yet.");

    internal bool IsWaitingWatched => _waiting.Enabled;

    internal void Count(string outcome) => _logouts.Add(1, Instruments.Tag("outcome", outcome));

    internal void Waiting(long count) => _waiting.Record(count);
}
