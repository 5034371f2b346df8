using Identity.Sdk;

namespace Identity.Verifiers.Simulated;

/// <summary>Offers <see cref="SimulatedVerifier"/>, for demo and sandbox.</summary>
public sealed class SimulatedPlugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) => [new SimulatedVerifier(ports)];
}
