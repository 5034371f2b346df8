using Identity.Domain.Consent;
using Identity.Domain.Verification.Claims;
using Identity.Domain.Verification.Levels;

namespace Identity.Tests.Domain.Verification.Claims;

/// <summary>Which level a claim takes stands in a file, and every fault of it is named.</summary>
public sealed class ClaimLevelsTests
{
    [Theory]
    [InlineData("age_over_18", "gpg45:low")]
    [InlineData("nhs_number", "nhs:P5")]
    [InlineData("email", null)]
    public void What_is_shipped_asks_a_level_of_what_others_rely_on(string item, string? level) =>
        Assert.Equal(level, ClaimLevels.ReadFile("", LevelsReader.Default).Of(Item(item))?.ToString());

    [Fact]
    public void A_claim_counts_before_its_scope()
    {
        var levels = Read("""{ "scopes": { "profile": "gpg45:low" }, "claims": { "birthdate": "gpg45:high" } }""");

        Assert.Equal("gpg45:low", levels.Of(Item("name"))?.ToString());
        Assert.Equal("gpg45:high", levels.Of(Item("birthdate"))?.ToString());
    }

    [Fact]
    public void A_level_that_everybody_has_is_none() => Assert.Null(Read("""{ "claims": { "email": "nhs:P0" } }""").Of(Item("email")));

    [Theory]
    [InlineData("""{ "claims": { "shoe_size": "gpg45:low", "email": "gpg45:total" } }""", 2)]
    [InlineData("""{ "scopes": { "openid": "gpg45:low" } }""", 1)]
    [InlineData("""{ "claims": { "email": "low" } }""", 1)]
    [InlineData("""{ "levels": {} }""", 1)]
    [InlineData("""{ "claims": { "email": "gpg45:low", "email": "gpg45:high" } }""", 1)]
    [InlineData("null", 1)]
    [InlineData("", 1)]
    public void A_broken_file_is_refused_with_every_fault(string json, int faults) =>
        Assert.Equal(faults, Assert.Throws<BrokenLevelsException>(() => Read(json)).Faults.Count);

    private static ClaimLevels Read(string json) => ClaimLevels.Read(json, LevelsReader.Default);

    private static SharedItem Item(string name) => SharedItem.All.Single(item => item.Name == name);
}
