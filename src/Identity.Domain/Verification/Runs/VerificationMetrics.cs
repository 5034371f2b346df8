using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Verification.Runs;

/// <summary>How often people begin to prove who they are, how it ends, and how often verifiers fail.</summary>
public sealed class VerificationMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _runs = meters.Identity().CreateCounter<long>("identity.verifications", "{verification}", "Verifications, by what became of them.");

    private readonly Counter<long> _faults = meters.Identity().CreateCounter<long>("identity.verifier.faults", "{fault}", "Calls of verifiers that failed.");

    internal void Count(string verifier, string outcome) => _runs.Add(1, Instruments.Tag("verifier", verifier), Instruments.Tag("outcome", outcome));

    internal void Faulted(string verifier, string why) => _faults.Add(1, Instruments.Tag("verifier", verifier), Instruments.Tag("why", why));
}
