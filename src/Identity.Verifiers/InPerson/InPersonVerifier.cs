using System.Globalization;
using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

/// <summary>
/// Somebody takes a code to a desk, where a document is compared with them, or somebody who has long known them vouches for
/// them (UK guidance "How to create a vouch" 1.0). For a high level a second person confirms by a code of their own. What they
/// bring is scored by <see cref="DeskAnswer"/>. Not here: who may stand at a desk, and whom they may not confirm.
/// </summary>
internal sealed class InPersonVerifier(IVerifierPorts ports, IReadOnlyList<Place> places) : IIdentityVerifier
{
    internal static readonly IReadOnlyList<string> Asked = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate, ClaimNames.Address];

    private const int CodeLength = 8;
    private const string PlaceField = "place";

    private static readonly TimeSpan CodeLife = TimeSpan.FromDays(14);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    public VerifierManifest Manifest { get; } = new()
    {
        Name = "in-person",
        Gives = [new(EvidenceType.Document, new(4, 2, 0, 0, 3)) { Kinds = DeskAnswer.Kinds }, new(EvidenceType.Vouch, new(2, 2, 2, 0, 2))],
        Methods = [CheckMethods.InspectedInPerson, CheckMethods.LikenessInPerson, CheckMethods.Knowledge],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate],
        Needs = Asked,
        Minutes = 20,
        Wait = CodeLife,
        Things = [ThingNames.AnyDocument],
        NeedsTravel = true,
        Texts = InPersonTexts.Of(places),
    };

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) =>
        Task.FromResult(Next(new InPersonState().Claiming(session.Details)));

    public Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken)
    {
        var state = InPersonState.Of(session);
        return Task.FromResult(answer switch
        {
            StepAnswer.Fields fields when IsInFuture(fields) => BirthDate(state, "birthdate-wrong"),
            StepAnswer.Fields fields => Next(state.Claiming(fields.Values) with { Place = fields.Values.GetValueOrDefault(PlaceField) ?? state.Place }),
            StepAnswer.Delivered or StepAnswer.Look when state.Code is not null && state.Until <= Now => Expired(state),
            StepAnswer.Delivered delivered => Judge(session, state, new DeskResult(delivered.By, Now, delivered.Values)),
            StepAnswer.Look when state.Code is not null => Waiting(state),
            _ => Send(state),
        });
    }

    private DateTimeOffset Now => ports.Clock.GetUtcNow();

    private VerificationStep Next(InPersonState state) => state.Claims switch
    {
        var claims when !claims.ContainsKey(ClaimNames.GivenName) && !claims.ContainsKey(ClaimNames.FamilyName) => Name(state),
        var claims when !claims.ContainsKey(ClaimNames.BirthDate) => BirthDate(state, null),
        var claims when !claims.ContainsKey(ClaimNames.Address) => Address(state),
        _ when places.Count > 0 && state.Place is null => Choose(state),
        _ => Send(state),
    };

    private VerificationStep Judge(VerificationSession session, InPersonState state, DeskResult result)
    {
        if (state.First?.By == result.By)
            return Waiting(state);
        if (DeskAnswer.Refusal(result.Values) is { } reason)
            return new VerificationStep.Refused(reason)
            {
                Against = reason is RefusalReason.LikenessNotMatched ? [new("likeness-not-matched", "In person", result.At) { Transaction = result.By }] : [],
            };
        if (state.First is null && session.Wanted >= LevelOfConfidence.High)
            return Send(state with { First = result });

        IEnumerable<DeskResult> results = state.First is { } first ? [first, result] : [result];
        // Two who saw one document saw one piece of evidence.
        return new VerificationStep.Proven([.. results.Select(one => DeskAnswer.ToEvidence(one, session.Person, state.Claims))
            .GroupBy(one => (one.Kind, one.Number)).Select(same => same.First() with { Checks = [.. same.SelectMany(one => one.Checks)] })]);
    }

    private VerificationStep Send(InPersonState state)
    {
        var code = ports.Random.Code(CodeLength);
        return Waiting(state with { Code = $"{code[..(CodeLength / 2)]}-{code[(CodeLength / 2)..]}", Until = Now + CodeLife });
    }

    private VerificationStep.Wait Waiting(InPersonState state) => new(Text(state), state.Until, LookEvery)
    {
        Handle = state.Code,
        Values = state.Claims,
        State = state.ToJson(),
    };

    // A place may be closed while somebody waits.
    private string Text(InPersonState state) => state.First is not null ? "waiting-second"
        : places.Any(place => place.Choice == state.Place) ? InPersonTexts.WaitingAt(state.Place) : "waiting";

    private static VerificationStep.Show Expired(InPersonState state) => new("expired", ["expired-text"]) { State = (state with { Code = null }).ToJson() };

    private static VerificationStep.Ask Name(InPersonState state) => new("name",
    [
        new(ClaimNames.GivenName, FieldKind.Text, "given-name") { Autocomplete = "given-name", Maximum = 100, Optional = true },
        new(ClaimNames.FamilyName, FieldKind.Text, "family-name") { Autocomplete = "family-name", Maximum = 100 },
    ])
    { Introduction = "name-text", State = state.ToJson() };

    private static VerificationStep.Ask BirthDate(InPersonState state, string? problem) => new("birthdate", [new(ClaimNames.BirthDate, FieldKind.Date, "birthdate-label") { Autocomplete = "bday" }])
    {
        Problems = problem is null ? new Dictionary<string, string>() : new() { [ClaimNames.BirthDate] = problem },
        State = state.ToJson(),
    };

    private static VerificationStep.Ask Address(InPersonState state) => new("address",
        [new(ClaimNames.Address, FieldKind.Address, "address-label") { Hint = "address-hint", Autocomplete = "street-address", Maximum = 500, Optional = true }])
    { State = state.ToJson() };

    private VerificationStep.Ask Choose(InPersonState state) => new("place", [new(PlaceField, FieldKind.Choice, "place-label")
    {
        Hint = "place-hint",
        Choices = [.. places.Select(place => new FieldChoice(place.Choice, place.Choice)), new("elsewhere", "elsewhere")],
    }])
    { State = state.ToJson() };

    private bool IsInFuture(StepAnswer.Fields fields) => fields.Values.TryGetValue(ClaimNames.BirthDate, out var typed)
        && string.CompareOrdinal(typed, Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) > 0;
}
