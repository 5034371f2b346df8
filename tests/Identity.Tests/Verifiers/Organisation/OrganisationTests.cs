using System.Text.Json.Nodes;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Tests.Verifiers.Records;

namespace Identity.Tests.Verifiers.Organisation;

public sealed class OrganisationTests(RecordHost host) : RecordVerifierTests(host, "organisation", "Organisation")
{
    protected override Dictionary<string, string> Typed => new() { ["account_id"] = " 1234567 ", ["linkage_key"] = "aBcD-1234", ["organisation_code"] = "a 12345" };

    protected override string Answer => """{"matched":true,"given_name":"Alice","family_name":"Archer","birthdate":"1984-02-29","nhs_number":"943 476 5919","surgery":"A12345"}""";

    [Fact]
    public async Task Details_that_the_organisation_gave_are_a_record_of_the_person()
    {
        Assert.Equal(RunStatus.Proven, (await GoneAsync()).Status);

        var held = Assert.Single((await HeldAsync()).Evidence);
        Assert.Equal(("organisation_registration", "organisation"), (held.Kind, held.Verifier));
        Assert.Equal(("Alice", "Archer", "1984-02-29", "9434765919"),
            (held.Claims[ClaimNames.GivenName], held.Claims[ClaimNames.FamilyName], held.Claims[ClaimNames.BirthDate], held.Claims[ClaimNames.NhsNumber]));
        Assert.Equal("low", await LevelAsync("gpg45"));
        Assert.Equal("P5", await LevelAsync("nhs"));
    }

    [Fact]
    public async Task The_organisation_is_told_what_was_typed_and_no_more()
    {
        await GoneAsync();

        var request = Assert.Single(Records.Requests);
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
        Assert.Equal("""{"account_id":"1234567","linkage_key":"aBcD-1234","organisation_code":"A12345"}""", request.Body);
    }

    [Fact]
    public async Task Details_that_do_not_match_are_refused_without_saying_which()
    {
        Records.Answer = """{"matched":false,"reason":"linkage_key"}""";

        await AssertRefusedAsync(RefusalReason.NotMatched);
    }

    [Theory]
    [InlineData("matched", "\"true\"")]
    [InlineData("matched", "null")]
    [InlineData("family_name", "null")]
    [InlineData("family_name", "\"\"")]
    [InlineData("family_name", "7")]
    [InlineData("birthdate", "null")]
    [InlineData("birthdate", "\"1984-02-30\"")]
    [InlineData("birthdate", "\"29/02/1984\"")]
    [InlineData("nhs_number", "\"9434765918\"")]
    [InlineData("deceased", "\"yes\"")]
    [InlineData("address", "\"\"")]
    [InlineData("address", "\"1 High Street\\n\\nCardiff\"")]
    [InlineData("address", "\"1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\"")]
    [InlineData("address", "\"1 High Street\\u0007\"")]
    public async Task An_answer_with_one_wrong_detail_proves_nothing(string name, string value)
    {
        var answer = JsonNode.Parse(Answer)!; // It is written above.
        answer[name] = JsonNode.Parse(value);
        Records.Answer = answer.ToJsonString();

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task A_name_without_end_proves_nothing()
    {
        Records.Answer = Answer.Replace("Archer", new string('a', 201), StringComparison.Ordinal);

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task An_address_on_the_record_is_vouched_for()
    {
        Records.Answer = Answer.Replace("\"surgery\"", "\"address\":\"1 High Street\\nCardiff\",\"surgery\"", StringComparison.Ordinal);

        await GoneAsync();

        Assert.Equal("1 High Street\nCardiff", Assert.Single((await HeldAsync()).Evidence).Claims[ClaimNames.Address]);
    }

    [Fact]
    public async Task A_record_without_an_NHS_number_is_one_too()
    {
        Records.Answer = Answer.Replace(",\"nhs_number\":\"943 476 5919\"", "", StringComparison.Ordinal);

        Assert.Equal(RunStatus.Proven, (await GoneAsync()).Status);
        Assert.NotEqual("P5", await LevelAsync("nhs"));
        Assert.DoesNotContain(ClaimNames.NhsNumber, Assert.Single((await HeldAsync()).Evidence).Claims.Keys);
    }

    [Fact]
    public async Task Who_is_recorded_as_dead_is_not_proven_and_that_speaks_against_them()
    {
        Records.Answer = Answer.Replace("\"matched\":true", "\"matched\":true,\"deceased\":true", StringComparison.Ordinal);

        Assert.Equal(RefusalReason.NotMatched, (await GoneAsync()).Reason);

        var (evidence, against) = await HeldAsync();
        Assert.Empty(evidence);
        Assert.Equal("reported-deceased", Assert.Single(against).Code);
    }

    [Fact]
    public async Task The_linkage_key_is_hidden_while_it_is_typed()
    {
        var run = Assert.IsType<RunOutcome.Went>(await BeginAsync()).Run;

        Assert.Equal("linkage_key", Assert.Single(Assert.IsType<VerificationStep.Ask>(run.Step).Fields, field => field.Sensitive).Name);
    }
}
