using Identity.Sdk;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.Organisation;

/// <summary>
/// Checks details that an organisation gave to somebody it knows, such as a surgery's linkage key, with that organisation. It
/// never says which detail was wrong. The organisation says whose details they are: nothing that the person claims reaches it.
/// </summary>
internal sealed class OrganisationVerifier(RecordService registrations, TimeProvider clock) : IIdentityVerifier
{
    public const string Name = "organisation";

    private const int LongestDetail = 100;
    private const string Kind = "organisation_registration";
    private const string MediaType = "application/json";

    private static readonly EvidenceScores Worth = new(Strength: 3, Validity: 2, Activity: 0, Fraud: 1, Verification: 2);

    public VerifierManifest Manifest { get; } = new()
    {
        Name = Name,
        Gives = [new(EvidenceType.ElectronicRecord, Worth) { Kinds = [Kind] }],
        Methods = [CheckMethods.Data, CheckMethods.Token],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate, ClaimNames.NhsNumber, ClaimNames.Address],
        Minutes = 3,
        Things = [ThingNames.RegistrationDetails],
        Texts = OrganisationTexts.Of(registrations.Organisation),
    };

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => Task.FromResult<VerificationStep>(new VerificationStep.Ask("question",
        [
            new(RegistrationDetails.AccountIdField, FieldKind.Text, "account-id") { Maximum = LongestDetail },
            // Neither is folded to capitals: some organisations tell "a" from "A".
            new(RegistrationDetails.LinkageKeyField, FieldKind.Text, "linkage-key") { Maximum = LongestDetail, Sensitive = true },
            new(RegistrationDetails.OrganisationCodeField, FieldKind.Code, "organisation-code") { Hint = "organisation-code-hint", Maximum = 20 },
        ])
    { Introduction = "introduction" });

    public async Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is not StepAnswer.Fields { Values: var typed })
            return new VerificationStep.Refused(RefusalReason.Cancelled);
        var details = RegistrationDetails.Read(typed);
        var answered = await registrations.AskAsync("", MediaType, details.Write(), cancellationToken);
        return (answered is null ? new RegistrationAnswer.Unreadable() : RegistrationAnswer.Read(answered)) switch
        {
            RegistrationAnswer.Matched { Deceased: true } => new VerificationStep.Refused(RefusalReason.NotMatched) { Against = [new("reported-deceased", registrations.Organisation, clock.GetUtcNow())] },
            RegistrationAnswer.Matched { Person: var person } => Proof(details, person),
            RegistrationAnswer.NotMatched => new VerificationStep.Refused(RefusalReason.NotMatched),
            _ => new VerificationStep.Refused(RefusalReason.Unavailable),
        };
    }

    private VerificationStep.Proven Proof(RegistrationDetails details, RecordPerson person) => new([new Evidence
    {
        Type = EvidenceType.ElectronicRecord,
        Kind = Kind,
        Number = $"{details.OrganisationCode}\n{details.AccountId}",
        Scores = Worth,
        Checks =
        [
            new(CheckMethods.Data, registrations.Organisation, clock.GetUtcNow()),
            new(CheckMethods.Token, registrations.Organisation, clock.GetUtcNow()),
        ],
        Issuer = registrations.Organisation,
        Claims = person.Claims,
    }]);
}
