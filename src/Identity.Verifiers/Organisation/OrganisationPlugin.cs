using Identity.Sdk;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.Organisation;

/// <summary>Offers <see cref="OrganisationVerifier"/> where the section <c>Organisation</c> says which organisation to ask.</summary>
public sealed class OrganisationPlugin : IVerifierPlugin
{
    private const string Section = "Organisation";

    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) =>
        settings.Names("").Contains(Section, StringComparer.OrdinalIgnoreCase) && RecordService.Read(OrganisationVerifier.Name, ports, settings.Section(Section)) is { } registrations
            ? [new OrganisationVerifier(registrations, ports.Clock)]
            : [];
}
