using System.Text.Json.Nodes;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Identity.Tests.Verifiers.Records;

namespace Identity.Tests.Verifiers.RecordMatch;

/// <summary>What an index may send that is not FHIR R4, asked of the verifier as the server loads it.</summary>
[Spec("FHIR R4", "2.6.2")]
public sealed class ForeignAnswerTests(RecordHost host) : IClassFixture<RecordHost>, IAsyncLifetime
{
    private static readonly string[] Odd =
    [
        "null", "true", "\"\"", "\" \"", "\"x\"", "\"\\ud800\"", "-1", "1e400", "99999999999999999999", "[]", "{}", "[null]", "[[]]", "[{}]", "[1, \"a\", {}]",
        """{ "": 1 }""", """{ "value": 1 }""", """{ "resourceType": 1 }""", """{ "resourceType": "DomainResource" }""", """[{ "resourceType": "Element" }]""",
    ];

    private IIdentityVerifier Verifier => host.Provider.Get<OfferedVerifiers>().Find("record-match")!.Verifier; // It is offered.

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync("record-match", "RecordMatch");
        host.Records.Reset("application/fhir+json", FhirAnswers.Certain);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("\"1984-02-29\"", "\"1984-02-30\"")]
    [InlineData("\"1984-02-29\"", "\"29/02/1984\"")]
    [InlineData("\"1984-02-29\"", "19840229")]
    [InlineData("\"total\": 1", "\"total\": -1")]
    [InlineData("\"total\": 1", "\"total\": \"1\"")]
    [InlineData("\"total\": 1", "\"total\": 1, \"total\": 1")]
    [InlineData("\"active\": true", "\"active\": \"true\"")]
    [InlineData("\"active\": true", "\"active\": null")]
    [InlineData("\"active\": true", "\"Active\": true")]
    [InlineData("\"active\": true", "\"active\": true, \"unheardOf\": \"x\"")]
    [InlineData("\"active\": true", "\"active\": true, \"active\": true")]
    [InlineData("\"active\": true", "\"resourceType\": \"Patient\"")]
    [InlineData("\"active\": true", "\"resourceType\": \"Practitioner\"")]
    [InlineData("\"active\": true", "\"deceasedBoolean\": false, \"deceasedDateTime\": \"2020\"")]
    [InlineData("\"active\": true", "\"link\": [{ \"other\": { \"reference\": \"Patient/2\" } }]")]
    [InlineData("\"active\": true", "/* so they say */ \"active\": true")]
    [InlineData("\"resourceType\": \"Patient\"", "\"resourceType\": \"Citizen\"")]
    [InlineData("\"resourceType\": \"Patient\"", "\"resourceType\": \"patient\"")]
    [InlineData("\"use\": \"official\"", "\"use\": \"stage\"")]
    [InlineData("\"mode\": \"match\"", "\"mode\": \"maybe\"")]
    [InlineData("\"ARCHER\"", "\"ARCHER\\ud83d\"")]
    [InlineData("\"id\": \"b1\"", "\"id\": \"12345678901234567890123456789012345678901234567890123456789012345\"")]
    public async Task Proves_nothing(string found, string foreign)
    {
        host.Records.Answer = FhirAnswers.Certain.Replace(found, foreign, StringComparison.Ordinal);
        Assert.NotEqual(FhirAnswers.Certain, host.Records.Answer);

        Assert.Equal(RefusalReason.Unavailable, Assert.IsType<VerificationStep.Refused>(await AnsweredAsync()).Reason);
    }

    [Fact]
    public async Task Another_document_behind_the_first_proves_nothing()
    {
        host.Records.Answer = FhirAnswers.Certain + "{}";

        Assert.Equal(RefusalReason.Unavailable, Assert.IsType<VerificationStep.Refused>(await AnsweredAsync()).Reason);
    }

    [Fact]
    public async Task What_is_too_deep_proves_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("""{ "url": "https://index.example/x", "extension": [""", 40)) + string.Concat(Enumerable.Repeat("] }", 40));
        host.Records.Answer = FhirAnswers.Certain.Replace("\"active\": true", $"\"contact\": [{{ \"extension\": [{deep}] }}]", StringComparison.Ordinal);

        Assert.Equal(RefusalReason.Unavailable, Assert.IsType<VerificationStep.Refused>(await AnsweredAsync()).Reason);
    }

    [Theory]
    [InlineData("\"active\": true", "\"link\": [], \"modifierExtension\": []")]
    [InlineData("\"active\": true", "\"_active\": { \"extension\": [{ \"url\": \"http://hl7.org/fhir/StructureDefinition/data-absent-reason\", \"valueCode\": \"masked\" }] }")]
    [InlineData("\"active\": true", "\"text\": { \"status\": \"generated\", \"div\": \"<div>Alice</div>\" }, \"gender\": \"female\"")]
    [InlineData("[\"Alice\", \"Jane\"]", "[null, \"Alice\"], \"_given\": [{ \"id\": \"unknown\" }, null]")]
    public async Task What_many_write_is_still_a_match(string found, string usual)
    {
        host.Records.Answer = FhirAnswers.Certain.Replace(found, usual, StringComparison.Ordinal);
        Assert.NotEqual(FhirAnswers.Certain, host.Records.Answer);

        var proven = Assert.IsType<VerificationStep.Proven>(await AnsweredAsync());
        Assert.StartsWith("Alice", Assert.Single(proven.Evidence).Claims[ClaimNames.GivenName], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_stands_in_whichever_place_is_an_answer_or_none()
    {
        var places = Places(JsonNode.Parse(FhirAnswers.Certain)!).Count; // It is written by hand.
        var refused = 0;
        for (var place = 1; place < places; place++)
        {
            foreach (var odd in Odd)
            {
                var answer = JsonNode.Parse(FhirAnswers.Certain)!;
                Places(answer)[place].ReplaceWith(JsonValue.Create("the place"));
                host.Records.Answer = answer.ToJsonString().Replace("\"the place\"", odd, StringComparison.Ordinal);
                refused += await AnsweredAsync() is VerificationStep.Refused ? 1 : 0;
            }
        }

        // What decides nothing, such as the address of an entry, may be another text or an empty list.
        Assert.InRange(refused, places * Odd.Length * 3 / 4, (places - 1) * Odd.Length);
    }

    private static List<JsonNode> Places(JsonNode node) => [node, .. node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value!)), // No answer above has null in it.
        JsonArray items => items.SelectMany(item => Places(item!)),
        _ => [],
    }];

    private Task<VerificationStep> AnsweredAsync() => Verifier.ContinueAsync(
        new()
        {
            Id = "one",
            Person = "alice",
            Locale = "en",
            Started = host.Provider.Get<TimeProvider>().GetUtcNow(),
            Details = new Dictionary<string, string> { [ClaimNames.GivenName] = "Alice", [ClaimNames.FamilyName] = "Archer", [ClaimNames.BirthDate] = "1984-02-29" },
        },
        new StepAnswer.Fields(new Dictionary<string, string> { [ClaimNames.NhsNumber] = "9434765919" }), TestContext.Current.CancellationToken);
}
