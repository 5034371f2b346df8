using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>Offers an <see cref="UpstreamVerifier"/> for each provider that stands below the section <c>Upstream</c>, by the name that it has there.</summary>
public sealed class UpstreamPlugin : IVerifierPlugin
{
    private const string Section = "Upstream";

    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings)
    {
        var providers = settings.Section(Section);
        return [.. providers.Names("").Select(name => Read(name, ports, providers.Section(name))).OfType<UpstreamVerifier>()];
    }

    private static UpstreamVerifier? Read(string name, IVerifierPorts ports, VerifierSettings settings)
    {
        var read = UpstreamSettings.Read(name, settings);
        var credentials = ClientCredentials.Read(settings, read.ClientId, ports);
        var claims = ClaimMap.Read(settings.Section("Claims"));
        var rules = settings.Section("Evidence");
        var evidence = rules.Names("").Select(rule => EvidenceRule.Read(rules.Section(rule))).ToList();
        if (evidence.Count == 0)
            settings.Fault("Evidence", "is not set: write what of theirs counts, and for what.");
        var trust = TwoFactors.Read(settings.Section("SignIn"));
        if (settings.HasFaults || credentials is null)
            return null;
        var party = new RelyingParty(read, credentials, ports);
        return new UpstreamVerifier(party, evidence, claims, new UpstreamSignIn(party, trust), ports);
    }
}
