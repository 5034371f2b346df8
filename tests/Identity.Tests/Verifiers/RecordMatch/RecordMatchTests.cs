using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Identity.Tests.Verifiers.Records;
using Task = System.Threading.Tasks.Task;

namespace Identity.Tests.Verifiers.RecordMatch;

[Spec("FHIR R4", "Patient/$match")]
public sealed class RecordMatchTests(RecordHost host) : RecordVerifierTests(host, "record-match", "RecordMatch")
{
    protected override Dictionary<string, string> Typed => new() { [ClaimNames.NhsNumber] = " 943 476 5919 " };

    protected override string Answer => FhirAnswers.Certain;

    protected override string ContentType => "application/fhir+json; charset=utf-8";

    [Fact]
    public async Task One_certain_match_is_a_record_of_the_person()
    {
        Assert.Equal(RunStatus.Proven, (await GoneAsync()).Status);

        var held = Assert.Single((await HeldAsync()).Evidence);
        Assert.Equal(("population_register", "record-match"), (held.Kind, held.Verifier));
        Assert.Equal(("Alice Jane", "ARCHER", "1984-02-29", "9434765919"),
            (held.Claims[ClaimNames.GivenName], held.Claims[ClaimNames.FamilyName], held.Claims[ClaimNames.BirthDate], held.Claims[ClaimNames.NhsNumber]));
        Assert.Equal("low", await LevelAsync("gpg45"));
        Assert.Equal("P5", await LevelAsync("nhs"));
    }

    [Theory]
    [InlineData("""{ "use": "home", "line": ["Flat 2", " 1 High Street "], "city": "Cardiff", "postalCode": "CF10 1AA" }""", "Flat 2\n1 High Street\nCardiff\nCF10 1AA")]
    [InlineData("""{ "use": "old", "line": ["2 Low Street"] }, { "use": "home", "type": "both", "line": ["1 High Street"] }""", "1 High Street")]
    [InlineData("""{ "use": "temp", "line": ["1 High Street"] }""", null)]
    [InlineData("""{ "line": ["1 High Street"] }""", null)]
    [InlineData("""{ "use": "home", "type": "postal", "line": ["PO Box 1"] }""", null)]
    [InlineData("""{ "use": "home", "line": ["1 High Street"], "period": { "end": "2020-01-01" } }""", null)]
    [InlineData("""{ "use": "home", "line": ["1 High Street"] }, { "use": "home", "line": ["2 Low Street"] }""", null)]
    [InlineData("""{ "use": "home" }""", null)]
    [InlineData("""{ "use": "home", "line": ["1\u0007"] }""", null)]
    public async Task Where_they_live_now_is_vouched_for_and_nothing_else(string addresses, string? vouched)
    {
        Records.Answer = Answer.Replace("\"birthDate\"", $"\"address\": [{addresses}], \"birthDate\"", StringComparison.Ordinal);

        Assert.Equal(RunStatus.Proven, (await GoneAsync()).Status);

        Assert.Equal(vouched, Assert.Single((await HeldAsync()).Evidence).Claims.GetValueOrDefault(ClaimNames.Address));
    }

    [Fact]
    public async Task It_asks_for_certain_matches_alone()
    {
        await GoneAsync();

        var request = Assert.Single(Records.Requests);
        Assert.Equal("/base/Patient/$match", request.Path);
        Assert.StartsWith("application/fhir+json", request.ContentType, StringComparison.Ordinal);
        var asked = Assert.IsType<Parameters>(FhirJsonDeserializer.STRICT.DeserializeResource(request.Body));
        Assert.True(Assert.IsType<FhirBoolean>(asked.GetSingle("onlyCertainMatches")?.Value).Value);
        Assert.Equal(2, Assert.IsType<Integer>(asked.GetSingle("count")?.Value).Value);
        Assert.Equal(
            """{"resourceType":"Patient","identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9434765919"}],"name":[{"family":"Archer","given":["Alice"]}],"birthDate":"1984-02-29"}""",
            Assert.IsType<Patient>(asked.GetSingle("resource")?.Resource).ToJson());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("two")]
    [InlineData("more-elsewhere")]
    [InlineData("probable")]
    [InlineData("ungraded")]
    [InlineData("graded-twice")]
    [InlineData("other-birthdate")]
    [InlineData("other-family-name")]
    [InlineData("name-before")]
    [InlineData("other-number")]
    [InlineData("number-before")]
    [InlineData("number-of-another-system")]
    [InlineData("inactive")]
    [InlineData("replaced")]
    public async Task Anything_but_one_certain_match_is_none(string what)
    {
        Records.Answer = FhirAnswers.Broken(what);

        await AssertRefusedAsync(RefusalReason.NotMatched);
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("practitioner")]
    [InlineData("modified")]
    [InlineData("modified-entry")]
    [InlineData("modified-search")]
    [InlineData("modified-link")]
    [InlineData("by-rules")]
    [InlineData("bundle-by-rules")]
    [InlineData("patient-alone")]
    [InlineData("nothing-in-it")]
    public async Task Another_resource_is_no_answer(string what)
    {
        Records.Answer = FhirAnswers.Broken(what);

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task How_the_search_went_is_no_match()
    {
        Records.Answer = FhirAnswers.Broken("with-outcome");

        Assert.Equal(RunStatus.Proven, (await GoneAsync()).Status);
    }

    [Theory]
    [InlineData("deceased")]
    [InlineData("deceased-on")]
    public async Task Who_is_recorded_as_dead_is_not_proven_and_that_speaks_against_them(string what)
    {
        Records.Answer = FhirAnswers.Broken(what);

        Assert.Equal(RefusalReason.NotMatched, (await GoneAsync()).Reason);

        var (evidence, against) = await HeldAsync();
        Assert.Empty(evidence);
        Assert.Equal("reported-deceased", Assert.Single(against).Code);
    }

    [Theory]
    [InlineData("9434765918")] // Another check digit.
    [InlineData("943476591")]
    [InlineData("94347659190")]
    [InlineData("9434765O19")]
    [InlineData("1234567890")] // Modulus 11 gives it ten, which no number has.
    [InlineData("٩٤٣٤٧٦٥٩١٩")]
    public async Task A_number_that_is_none_is_asked_again_before_anybody_is_asked(string number)
    {
        var run = await GoneAsync(new() { [ClaimNames.NhsNumber] = number });

        Assert.Equal("number-wrong", Assert.IsType<VerificationStep.Ask>(run.Step).Problems[ClaimNames.NhsNumber]);
        Assert.Empty(Records.Requests);
        Assert.Equal(RunStatus.Proven, Assert.IsType<RunOutcome.Went>(await AnswerAsync(run, Typed)).Run.Status);
    }

    [Fact]
    public async Task Who_handed_over_nothing_is_asked_who_they_are()
    {
        var run = Assert.IsType<RunOutcome.Went>(await BeginAsync([])).Run;
        Assert.Equal([ClaimNames.NhsNumber, ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate], Assert.IsType<VerificationStep.Ask>(run.Step).Fields.Select(field => field.Name));

        var unborn = Assert.IsType<RunOutcome.Went>(await AnswerAsync(run, Details("2984-02-29"))).Run;
        Assert.Equal("birthdate-future", Assert.IsType<VerificationStep.Ask>(unborn.Step).Problems[ClaimNames.BirthDate]);
        Assert.Empty(Records.Requests);
        Assert.Equal(RunStatus.Proven, Assert.IsType<RunOutcome.Went>(await AnswerAsync(unborn, Details("1984-02-29"))).Run.Status);

        Dictionary<string, string> Details(string birthDate) =>
            new(Typed) { [ClaimNames.GivenName] = "Alice", [ClaimNames.FamilyName] = "archer", [ClaimNames.BirthDate] = birthDate };
    }
}
