using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

/// <summary>Offers <see cref="InPersonVerifier"/>.</summary>
public sealed class InPersonPlugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) => [new InPersonVerifier(ports)];
}
