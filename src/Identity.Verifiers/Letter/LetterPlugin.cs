using Identity.Sdk;

namespace Identity.Verifiers.Letter;

/// <summary>Offers <see cref="LetterVerifier"/>.</summary>
public sealed class LetterPlugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) => [new LetterVerifier(ports)];
}
