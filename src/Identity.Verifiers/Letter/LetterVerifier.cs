using Identity.Sdk;

namespace Identity.Verifiers.Letter;

/// <summary>
/// A code by post to where other evidence says that somebody lives (a confirmation code of NIST SP 800-63A-4). Who types it
/// opens that letter box: by GPG 45 one way to see that they are who the evidence is about, of the lowest score. It is no piece
/// of evidence of its own, shows no activity and checks nothing for fraud. Not here: an address that the person alone gives.
/// </summary>
internal sealed class LetterVerifier(IVerifierPorts ports) : IIdentityVerifier
{
    private const string Kind = "postal_confirmation";
    private const string Send = "send";
    private const string Yes = "yes";
    private const string Code = "code";
    private const string Again = "again";
    private const int LongestTyped = 40;

    private static readonly IReadOnlyList<string> Vouched = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate, ClaimNames.Address];

    private static readonly EvidenceScores Worth = new(Verification: 1);

    private readonly PostedCodes _codes = new(ports);

    public VerifierManifest Manifest { get; } = new()
    {
        Name = "letter",
        Gives = [new(EvidenceType.ElectronicRecord, Worth) { Kinds = [Kind] }],
        Methods = [CheckMethods.Token],
        Claims = Vouched,
        Needs = Vouched,
        NeedsVouched = Vouched,
        Minutes = 3,
        Wait = TimeSpan.FromDays(10),
        Things = [ThingNames.PostalAddress],
        Texts = LetterTexts.All,
    };

    public async Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken)
    {
        if (!session.Details.ContainsKey(ClaimNames.Address) || !session.Details.ContainsKey(ClaimNames.BirthDate))
            return new VerificationStep.Refused(RefusalReason.NotEligible);
        if (!ports.Letters.Available)
            return new VerificationStep.Refused(RefusalReason.Unavailable);
        return await _codes.UntilAsync(session.Person, cancellationToken) is { } until ? Question(until) : Confirm(session);
    }

    public async Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken) => answer switch
    {
        StepAnswer.Fields { Values: var typed } when typed.TryGetValue(Send, out var choice) => choice == Yes
            ? await PostAsync(session, cancellationToken)
            : new VerificationStep.Refused(RefusalReason.Cancelled),
        StepAnswer.Fields { Values: var typed } when typed.GetValueOrDefault(Code, "").Length > 0 => await CheckAsync(session, typed[Code], cancellationToken),
        StepAnswer.Fields { Values: var typed } when typed.GetValueOrDefault(Again) == "true" => await AgainAsync(session, cancellationToken),
        StepAnswer.Fields => await QuestionAsync(session, "code-empty", cancellationToken),
        _ => await QuestionAsync(session, null, cancellationToken),
    };

    private async Task<VerificationStep> PostAsync(VerificationSession session, CancellationToken cancellationToken)
    {
        switch (await _codes.PostAsync(session, Words, cancellationToken))
        {
            case Posting.Sent(var until):
                return new VerificationStep.Show("sent", ["sent-text", "sent-days", "sent-until"]) { Values = WhereTo(session), Times = Until(until), Until = until };
            case Posting.TooMany(var again):
                return new VerificationStep.Show("enough", ["enough-text", "enough-ways"]) { Times = Until(again) };
            default:
                return new VerificationStep.Refused(RefusalReason.Unavailable);
        }
    }

    private async Task<VerificationStep> CheckAsync(VerificationSession session, string typed, CancellationToken cancellationToken) =>
        await _codes.CheckAsync(session.Person, typed, cancellationToken) switch
        {
            Checking.Right(var claims) => Proof(claims),
            Checking.Paused(var until) => new VerificationStep.Show("paused", ["paused-text", "enough-ways"]) { Times = Until(until) },
            _ => await QuestionAsync(session, "code-wrong", cancellationToken),
        };

    private async Task<VerificationStep> AgainAsync(VerificationSession session, CancellationToken cancellationToken) =>
        await _codes.FullAsync(session.Person, cancellationToken) is { } again
            ? new VerificationStep.Show("enough", ["enough-text", "enough-ways"]) { Times = Until(again) }
            : Confirm(session);

    // Where every letter's time is over there is nothing to type, and a new one can be had.
    private async Task<VerificationStep> QuestionAsync(VerificationSession session, string? problem, CancellationToken cancellationToken) =>
        await _codes.UntilAsync(session.Person, cancellationToken) is { } until ? Question(until, problem) : Confirm(session);

    private static VerificationStep.Ask Confirm(VerificationSession session) => new("confirm",
        [new(Send, FieldKind.Choice, "confirm-choice") { Choices = [new(Yes, "confirm-yes"), new("no", "confirm-no")] }])
    { Introduction = "confirm-where", Values = WhereTo(session) };

    private static VerificationStep.Ask Question(DateTimeOffset until, string? problem = null) => new("question",
        [
            new(Code, FieldKind.Code, "code") { Hint = "code-hint", Maximum = LongestTyped, Optional = true },
            new(Again, FieldKind.Checkbox, "again") { Optional = true },
        ])
    {
        Introduction = "question-until",
        Times = Until(until),
        Until = until,
        Problems = problem is null ? new Dictionary<string, string>() : new() { [Code] = problem },
    };

    private VerificationStep.Proven Proof(IReadOnlyDictionary<string, string> claims) => new([new Evidence
    {
        Type = EvidenceType.ElectronicRecord,
        Kind = Kind,
        Scores = Worth,
        Checks = [new(CheckMethods.Token, "By post", ports.Clock.GetUtcNow())],
        Claims = claims,
    }]);

    private VerifierLetter Words(string locale, string code) => new(
        Manifest.Text(locale, "letter-subject"), [Manifest.Text(locale, "letter-text"), Manifest.Text(locale, "letter-not-you")], code);

    private static Dictionary<string, string> WhereTo(VerificationSession session) =>
        new() { ["address"] = session.Details[ClaimNames.Address].Replace("\n", ", ", StringComparison.Ordinal) };

    private static Dictionary<string, DateTimeOffset> Until(DateTimeOffset until) => new() { ["until"] = until };
}
