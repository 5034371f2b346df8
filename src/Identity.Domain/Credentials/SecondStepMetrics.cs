using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Credentials;

/// <summary>How the second step goes: codes from an app, backup codes, and codes sent to a telephone.</summary>
public sealed class SecondStepMetrics(IMeterFactory meters)
{
    internal const string App = "authenticator_app";
    internal const string BackupCode = "backup_code";
    internal const string Phone = "phone";

    private readonly Counter<long> _attempts = meters.Identity().CreateCounter<long>("identity.second_steps", "{attempt}", "Codes typed as the second step, by method and outcome.");

    internal void Count(string method, string outcome) => _attempts.Add(1, Instruments.Tag("method", method), Instruments.Tag("outcome", outcome));
}
