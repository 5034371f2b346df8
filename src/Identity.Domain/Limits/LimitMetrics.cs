using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Limits;

/// <summary>Whom the limits stop. A rise is a flood, or a limit that is too narrow.</summary>
public sealed class LimitMetrics(IMeterFactory meters)
{
    internal const string Network = "network";
    internal const string Account = "account";

    private readonly Counter<long> _refused = meters.Identity().CreateCounter<long>("identity.limits.refused", "{request}", "Requests refused by a limit, by what is counted.");

    internal LimitDecision Count(string counter, LimitDecision decision)
    {
        if (decision is LimitDecision.RetryAt)
            _refused.Add(1, Instruments.Tag("counter", counter));
        return decision;
    }
}
