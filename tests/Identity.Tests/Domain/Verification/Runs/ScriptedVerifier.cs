using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Runs;

/// <summary>Somebody else's verifier, which does what a test says.</summary>
internal sealed class ScriptedVerifier : IIdentityVerifier
{
    public static readonly VerificationStep.Ask Question = new("question",
        [
            new("number", FieldKind.Code, "question") { Maximum = 12 },
            new("when", FieldKind.Date, "question") { Optional = true },
            new("which", FieldKind.Choice, "question") { Optional = true, Choices = [new("one", "question")] },
        ]);

    private int _calls;

    /// <summary>How often it was called.</summary>
    public int Calls => _calls;

    /// <summary>What it was called with.</summary>
    public List<VerificationSession> Sessions { get; } = [];

    /// <summary>What it does; at first it asks one question and then proves.</summary>
    public Func<VerificationSession, StepAnswer?, CancellationToken, Task<VerificationStep>>? Do { get; set; }

    /// <summary>When it says that it checked.</summary>
    public Func<DateTimeOffset> Clock { get; set; } = () => DateTimeOffset.UnixEpoch;

    public VerifierManifest Manifest { get; init; } = new()
    {
        Name = "simulated",
        Gives = [new(EvidenceType.Document, new(4, 3, 0, 1, 3)) { Kinds = ["passport"] }],
        Methods = [CheckMethods.InspectedRemotely],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate],
        Needs = [ClaimNames.FamilyName],
        Minutes = 5,
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["en"] = new Dictionary<string, string> { [TextKeys.Title] = "Test", [TextKeys.Summary] = "Test", ["question"] = "Question" },
        },
    };

    public OfferedVerifiers Offered => new([this]);

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => CallAsync(session, null, cancellationToken);

    public Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken) => CallAsync(session, answer, cancellationToken);

    public VerificationStep.Proven Proof(string family = "Archer") => new([new Evidence
    {
        Type = EvidenceType.Document,
        Kind = "passport",
        Number = "1",
        Scores = new(4, 3, 0, 1, 3),
        Checks = [new(CheckMethods.InspectedRemotely, "Test", Clock())],
        Claims = new Dictionary<string, string> { [ClaimNames.GivenName] = "Alice", [ClaimNames.FamilyName] = family, [ClaimNames.BirthDate] = "1984-02-29" },
    }]);

    private Task<VerificationStep> CallAsync(VerificationSession session, StepAnswer? answer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        lock (Sessions)
            Sessions.Add(session);
        return Do is { } script ? script(session, answer, cancellationToken) : Task.FromResult<VerificationStep>(answer is null ? Question with { State = "{\"asked\":1}" } : Proof());
    }
}
