using Identity.Sdk;

namespace Identity.Verifiers.Simulated;

/// <summary>
/// Proves nothing: what comes of it is decided by the number of the document that somebody types, by
/// <see cref="MagicNumbers"/>. Production refuses it.
/// </summary>
internal sealed class SimulatedVerifier(IVerifierPorts ports) : IIdentityVerifier
{
    private const string Number = "number";

    private static readonly TimeSpan Waits = TimeSpan.FromMinutes(1);

    public VerifierManifest Manifest { get; } = new()
    {
        Name = "simulated",
        Gives = [new(EvidenceType.Document, new(4, 4, 4, 3, 4)) { Kinds = ["simulated_document"] }, new(EvidenceType.ElectronicRecord, new(3, 3, 4, 3, 2)) { Kinds = ["simulated_record"] }, new(EvidenceType.Vouch, new(3, 3, 3, 1, 3))],
        Methods = [CheckMethods.InspectedRemotely, CheckMethods.LikenessRemotely],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate, ClaimNames.NhsNumber, ClaimNames.Address],
        Needs = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate],
        Minutes = 1,
        Things = [ThingNames.AnyDocument],
        Simulated = true,
        Texts = SimulatedTexts.All,
    };

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => Task.FromResult<VerificationStep>(Question([]));

    public async Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken) => answer switch
    {
        StepAnswer.Fields fields => await ForAsync(session, fields.Values[Number], cancellationToken),
        // What was shown, uploaded or waited for ends as if the number had led there at once.
        StepAnswer.Delivered or StepAnswer.Files => Proof(session, session.State),
        StepAnswer.Look when session.State.StartsWith("WAIT", StringComparison.Ordinal) && ports.Clock.GetUtcNow() < session.Started + Waits => Waiting(session, session.State),
        StepAnswer.Look when session.State.StartsWith("NEVER", StringComparison.Ordinal) => Waiting(session, session.State),
        _ => Proof(session, session.State),
    };

    private async Task<VerificationStep> ForAsync(VerificationSession session, string number, CancellationToken cancellationToken)
    {
        var word = MagicNumbers.Word(number);
        if (MagicNumbers.Refusals.TryGetValue(word, out var reason))
            return new VerificationStep.Refused(reason);

        switch (word)
        {
            case "NUMBER":
                return Question(new() { [Number] = "number-wrong" });
            case "THROW":
                throw new InvalidOperationException("The simulated verifier was told to throw.");
            case "HANG":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
            case "HANGDEAF":
                await new TaskCompletionSource().Task;
                break;
            case "WAIT" or "NEVER":
                return Waiting(session, number);
            case "SHOW":
                return new VerificationStep.Show("shown", ["shown-text"]) { Code = "SIMULATED", State = number };
            case "UPLOAD":
                return new VerificationStep.Upload("picture", ["image/jpeg", "image/png"]) { Introduction = "picture-text", State = number };
        }

        return Proof(session, number);
    }

    private static VerificationStep.Ask Question(Dictionary<string, string> problems) => new("question",
        [new(Number, FieldKind.Code, "number") { Hint = "number-hint", Maximum = 40 }])
    { Introduction = "introduction", Problems = problems };

    private static VerificationStep.Wait Waiting(VerificationSession session, string number) =>
        new("waiting", session.Started + TimeSpan.FromDays(1), TimeSpan.FromSeconds(30)) { State = number };

    private VerificationStep.Proven Proof(VerificationSession session, string number)
    {
        var now = ports.Clock.GetUtcNow();
        var word = MagicNumbers.Word(number);
        var evidence = new Evidence
        {
            Type = word switch { "RECORD" or "ADDRESS" => EvidenceType.ElectronicRecord, "VOUCH" => EvidenceType.Vouch, _ => EvidenceType.Document },
            Kind = word switch { "RECORD" or "ADDRESS" => "simulated_record", "VOUCH" => "simulated_vouch", _ => "simulated_document" },
            Number = number,
            Scores = MagicNumbers.Scores(word),
            Checks = [.. MagicNumbers.Methods(word).Select(method => new EvidenceCheck(method, "Simulated", now))],
            Issuer = "Simulated",
            Expires = word switch { "EXPIRING" => now.AddDays(30), "OUTDATED" => now.AddDays(-1), _ => null },
            Claims = Claims(session, word),
        };
        return new VerificationStep.Proven([evidence]) { Against = word is "STOLEN" ? [new("document-stolen", "Simulated", now)] : [] };
    }

    private static Dictionary<string, string> Claims(VerificationSession session, string word)
    {
        var claims = new Dictionary<string, string>(session.Details);
        if (word is "STRANGER")
            claims[ClaimNames.FamilyName] = "Stranger";
        if (word is "NHS" or "RECORD")
            claims[ClaimNames.NhsNumber] = "9434765919";
        if (word is "ADDRESS")
            claims[ClaimNames.Address] = "1 High Street\nCardiff\nCF10 1AA";
        if (word is "LIE")
            claims["citizenship"] = "anywhere";
        return claims;
    }
}
