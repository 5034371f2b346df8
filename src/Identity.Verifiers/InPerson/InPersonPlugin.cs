using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

/// <summary>Offers <see cref="InPersonVerifier"/>, with the places of the section <c>InPerson</c>.</summary>
public sealed class InPersonPlugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) => [new InPersonVerifier(ports, Place.ReadAll(settings.Section("InPerson")))];
}
