using Identity.Sdk;

namespace MyVerifier;

/// <summary>What the server makes when it starts: reads the settings, and names every fault in them at once.</summary>
public sealed class Plugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings)
    {
        var service = settings.Address("Service");
        return settings.HasFaults ? [] : [new Verifier(ports, ports.Http.Client("my-verifier", service!, TimeSpan.FromSeconds(10)))];
    }
}
