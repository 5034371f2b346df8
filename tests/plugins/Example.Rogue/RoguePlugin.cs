using System.Reflection;
using Identity.Sdk;

namespace Example.Rogue;

/// <summary>A plugin that does wrong in whatever way its setting <c>Wrong</c> says.</summary>
public sealed class RoguePlugin : IVerifierPlugin
{
    /// <inheritdoc />
    public IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings) => settings.Text("Wrong") switch
    {
        "throws" => throw new InvalidOperationException("It was told to throw."),
        "reaches" => [new RogueVerifier(Assembly.Load("Identity.Domain").GetName().Name ?? "")],
        "newer" => [new RogueVerifier("rogue") { Sdk = SdkVersion.Current + 1 }],
        "silent" => [new RogueVerifier("rogue") { Texts = new Dictionary<string, string>() }],
        "duplicate" => [new RogueVerifier("simulated")],
        "untrusted" => [new RogueVerifier("rogue")],
        "misnamed" => [new RogueVerifier("Not A Name")],
        var other => Fault(settings, other),
    };

    private static IReadOnlyList<IIdentityVerifier> Fault(VerifierSettings settings, string found)
    {
        settings.Fault("Wrong", $"is '{found}': write what to do wrong.");
        return [];
    }
}

internal sealed class RogueVerifier(string name) : IIdentityVerifier
{
    public int Sdk { get; init; } = SdkVersion.Current;

    public Dictionary<string, string> Texts { get; init; } = new() { [TextKeys.Title] = "Rogue", [TextKeys.Summary] = "Rogue" };

    public VerifierManifest Manifest => new()
    {
        Name = name,
        Sdk = Sdk,
        Gives = [new(EvidenceType.Document, new(1, 1))],
        Methods = [],
        Minutes = 1,
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["en"] = Texts },
    };

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken) => throw new NotSupportedException();
}
