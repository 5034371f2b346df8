using Identity.Sdk;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.RecordMatch;

/// <summary>Offers <see cref="RecordMatchVerifier"/> where the section <c>RecordMatch</c> says which index to ask.</summary>
public sealed class RecordMatchPlugin : IVerifierPlugin
{
    private const string Section = "RecordMatch";

    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) =>
        settings.Names("").Contains(Section, StringComparer.OrdinalIgnoreCase) && RecordService.Read(RecordMatchVerifier.Name, ports, settings.Section(Section)) is { } index
            ? [new RecordMatchVerifier(index, ports.Clock)]
            : [];
}
