using System.Globalization;
using Identity.Sdk;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.RecordMatch;

/// <summary>
/// Compares what somebody says with an organisation's index of citizens, over FHIR R4 <c>Patient/$match</c>. It never says which
/// detail was wrong. Identifiers other than the NHS number are not supported.
/// </summary>
internal sealed class RecordMatchVerifier(RecordService index, TimeProvider clock) : IIdentityVerifier
{
    public const string Name = "record-match";

    private const string Kind = "population_register";
    private const string MediaType = "application/fhir+json";

    private static readonly EvidenceScores Worth = new(Strength: 2, Validity: 2, Activity: 0, Fraud: 1, Verification: 1);

    public VerifierManifest Manifest { get; } = new()
    {
        Name = Name,
        Gives = [new(EvidenceType.ElectronicRecord, Worth) { Kinds = [Kind] }],
        Methods = [CheckMethods.Data],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate, ClaimNames.NhsNumber, ClaimNames.Address],
        Needs = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate],
        Minutes = 2,
        Things = [ThingNames.HealthNumber],
        Texts = RecordMatchTexts.Of(index.Organisation),
    };

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => Task.FromResult<VerificationStep>(Question(session, []));

    public async Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is not StepAnswer.Fields { Values: var typed })
            return new VerificationStep.Refused(RefusalReason.Cancelled);
        var claimed = Claimed(session, typed);
        if (Problems(claimed) is { Count: > 0 } problems)
            return Question(session, problems);

        var answered = await index.AskAsync("Patient/$match", MediaType, MatchRequest.Write(claimed), cancellationToken);
        return (answered is null ? new MatchAnswer.Unreadable() : MatchAnswer.Read(answered, claimed)) switch
        {
            MatchAnswer.Matched { Deceased: true } => new VerificationStep.Refused(RefusalReason.NotMatched) { Against = [new("reported-deceased", index.Organisation, clock.GetUtcNow())] },
            MatchAnswer.Matched matched => Proof(matched),
            MatchAnswer.NotMatched => new VerificationStep.Refused(RefusalReason.NotMatched),
            _ => new VerificationStep.Refused(RefusalReason.Unavailable),
        };
    }

    private RecordPerson Claimed(VerificationSession session, IReadOnlyDictionary<string, string> typed)
    {
        var said = KnowsWho(session) ? session.Details : typed;
        return new(said.GetValueOrDefault(ClaimNames.GivenName, "").Trim(), said.GetValueOrDefault(ClaimNames.FamilyName, "").Trim(),
            said.GetValueOrDefault(ClaimNames.BirthDate, ""), NhsNumber.Read(typed.GetValueOrDefault(ClaimNames.NhsNumber)));
    }

    private Dictionary<string, string> Problems(RecordPerson claimed)
    {
        var problems = new Dictionary<string, string>();
        if (claimed.NhsNumber is null)
            problems[ClaimNames.NhsNumber] = "number-wrong";
        if (!IsPast(claimed.BirthDate))
            problems[ClaimNames.BirthDate] = "birthdate-future";
        return problems;
    }

    // Who was handed over is not asked again.
    private bool KnowsWho(VerificationSession session) => session.Details.GetValueOrDefault(ClaimNames.BirthDate) is { } birthDate && IsPast(birthDate)
        && session.Details.GetValueOrDefault(ClaimNames.FamilyName) is { Length: > 0 and <= RecordPerson.LongestName }
        && session.Details.GetValueOrDefault(ClaimNames.GivenName, "").Length <= RecordPerson.LongestName;

    private bool IsPast(string birthDate) => RecordPerson.IsDate(birthDate)
        && string.CompareOrdinal(birthDate, clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) <= 0;

    private VerificationStep.Ask Question(VerificationSession session, Dictionary<string, string> problems)
    {
        AskField number = new(ClaimNames.NhsNumber, FieldKind.Code, "number") { Hint = "number-hint", Maximum = 20 };
        return KnowsWho(session)
            ? new("question", [number]) { Introduction = "introduction", Problems = problems }
            : new("question-all",
            [
                number,
                new(ClaimNames.GivenName, FieldKind.Text, "given-name") { Autocomplete = "given-name", Maximum = RecordPerson.LongestName, Optional = true },
                new(ClaimNames.FamilyName, FieldKind.Text, "family-name") { Autocomplete = "family-name", Maximum = RecordPerson.LongestName },
                new(ClaimNames.BirthDate, FieldKind.Date, "birthdate") { Autocomplete = "bday" },
            ])
            { Introduction = "introduction", Problems = problems };
    }

    private VerificationStep.Proven Proof(MatchAnswer.Matched matched) => new([new Evidence
    {
        Type = EvidenceType.ElectronicRecord,
        Kind = Kind,
        Number = matched.Person.NhsNumber,
        Scores = Worth,
        Checks = [new(CheckMethods.Data, index.Organisation, clock.GetUtcNow()) { Transaction = matched.Transaction }],
        Issuer = index.Organisation,
        Claims = matched.Person.Claims,
    }]);
}
