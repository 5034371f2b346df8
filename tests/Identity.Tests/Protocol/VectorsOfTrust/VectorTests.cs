using System.Net.Http.Json;
using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Protocol.VectorsOfTrust;

/// <summary>Alice has signed in by password, and an application wants to be surer who she is.</summary>
[Spec("RFC 8485", "4.1")]
public sealed class VectorTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private static readonly Client Clinic = TestClient.Appointments with { ClientId = "clinic", ClientName = "Clinic", VectorsOfTrust = ["P0.Cl", "P2.Cl", "P3.Cl", "Cm", "P2.Ck"] };

    private TestClient _clinic = null!; // Registered before each test.

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _clinic = await RegisterAsync(Clinic);
    }

    [Theory]
    [InlineData("""["P2.Cl"]""", "P2.Cl")]
    [InlineData("""["P3.Cl"]""", "P3.Cl")]
    [InlineData("""["P0.Cl"]""", "Cl.P0")]
    [InlineData("""["P3.Cl","P2.Cl"]""", "P3.Cl")]
    [InlineData("""["P2.Ck","P2.Cl"]""", "P2.Cl")]
    public async Task Whoever_is_proven_as_surely_is_answered_with_the_vector_and_its_mark(string vtr, string vot)
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        var id = (await TokensAsync(_clinic, ("vtr", vtr))).Payload("id_token");

        Assert.Equal(vot.Split('.').Order(StringComparer.Ordinal), id.GetProperty("vot").GetString()!.Split('.').Order(StringComparer.Ordinal)); // Its kind is text.
        Assert.Equal(TestProvider.Issuer + "trustmark", id.GetProperty("vtm").GetString());
    }

    [Fact]
    public async Task Who_asks_for_nothing_is_told_nothing()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        var id = (await TokensAsync(_clinic)).Payload("id_token");

        Assert.False(id.TryGetProperty("vot", out _));
        Assert.False(id.TryGetProperty("vtm", out _));
    }

    [Fact]
    public async Task An_API_reads_the_vector_too()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        Assert.Equal("Cl.P2", (await TokensAsync(_clinic, ("vtr", """["P2.Cl"]"""))).Payload("access_token").GetProperty("vot").GetString());
    }

    [Fact]
    public async Task Whoever_is_not_is_led_to_the_ways_to_prove_it()
    {
        using var asked = await Browser.GetAsync(_clinic.AuthorizeUrl(("vtr", """["P2.Cl"]""")));

        var key = InteractionKey(asked, "prove");
        await Provider.AnswerAsync(Browser, key, (_, interaction, _) =>
        {
            Assert.Equal("gpg45:medium", interaction.State.LevelNeeded);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Once_proven_the_same_request_is_answered()
    {
        using var asked = await Browser.GetAsync(_clinic.AuthorizeUrl(("vtr", """["P2.Cl"]""")));
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        Assert.NotEmpty((await ContinueAsync(InteractionKey(asked, "prove")))["code"]);
    }

    [Fact]
    public async Task Too_little_is_not_enough()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice, new EvidenceScores(4, 2, 0, 1, 2));

        Assert.NotEmpty((await AuthorizeAsync(_clinic, ("vtr", """["P2.Cl"]""")))["code"]);
        using var asked = await Browser.GetAsync(_clinic.AuthorizeUrl(("vtr", """["P3.Cl"]""")));
        InteractionKey(asked, "prove");
    }

    [Fact]
    public async Task Whoever_goes_back_without_is_refused_with_a_published_code_and_no_reason()
    {
        using var asked = await Browser.GetAsync(_clinic.AuthorizeUrl(("vtr", """["P2.Cl"]""")));
        var key = InteractionKey(asked, "prove");
        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.LeftUnprovenAsync(interaction, CancellationToken.None));

        var answer = await ContinueAsync(key);

        Assert.Equal("access_denied", answer["error"]);
        Assert.StartsWith("identity_not_proven:", answer["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task Without_a_page_it_is_an_error()
    {
        var answer = await AuthorizeAsync(_clinic, ("vtr", """["P2.Cl"]"""), ("prompt", "none"));

        Assert.Equal("interaction_required", answer["error"]);
    }

    [Fact]
    public async Task A_credential_that_is_too_weak_is_asked_for_like_any_other()
    {
        using var asked = await Browser.GetAsync(_clinic.AuthorizeUrl(("vtr", """["Cm"]""")));

        InteractionKey(asked, "sign-in");
        Assert.EndsWith("/confirm-it-is-you", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P2.Cl", "no JSON array")]
    [InlineData("", "no JSON array")]
    [InlineData("{}", "no JSON array")]
    [InlineData("[]", "no JSON array")]
    [InlineData("[1]", "no JSON array")]
    [InlineData("""[["P2.Cl"]]""", "no JSON array")]
    [InlineData("""["P2.Cl",null]""", "no JSON array")]
    [InlineData("""["P9.Cl"]""", "unknown or contradicts itself")]
    [InlineData("""["X1"]""", "unknown or contradicts itself")]
    [InlineData("""["p2"]""", "unknown or contradicts itself")]
    [InlineData("""["P1.P2.Cl"]""", "unknown or contradicts itself")]
    [InlineData("""["P4.Cl"]""", "is not registered")]
    [InlineData("""["P2.Cl","P4.Cl"]""", "is not registered")]
    [InlineData("""["P2"]""", "is not registered")]
    public async Task What_is_no_registered_vector_is_refused(string vtr, string why)
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        var answer = await AuthorizeAsync(_clinic, ("vtr", vtr));

        Assert.Equal("invalid_request", answer["error"]);
        Assert.Contains(why, answer["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_vectors_are_too_many()
    {
        var answer = await AuthorizeAsync(_clinic, ("vtr", JsonSerializer.Serialize(Enumerable.Repeat("P2.Cl", 200))));

        Assert.Equal("invalid_request", answer["error"]);
    }

    [Fact]
    public async Task With_acr_values_it_could_contradict_itself()
    {
        var answer = await AuthorizeAsync(_clinic, ("vtr", """["P2.Cl"]"""), ("acr_values", "aal1"));

        Assert.Equal("invalid_request", answer["error"]);
        Assert.Contains("acr_values", answer["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_takes_a_level_is_not_given_below_it()
    {
        var api = Api("records");
        await Provider.RegisterAsync(api with { Resource = api.Resource! with { Levels = new Dictionary<string, string> { ["records"] = "gpg45:medium" } } }); // An API has one.
        var reader = await RegisterAsync(TestClient.Appointments with { ClientId = "reader", Scope = "openid records", Resources = [api.Resource!.Resource] }); // As above.

        using var asked = await Browser.GetAsync(reader.AuthorizeUrl(("scope", "openid records")));
        var key = InteractionKey(asked, "prove");
        Assert.NotEmpty((await AuthorizeAsync(reader, ("scope", "openid")))["code"]);

        await TestEvidence.ProveAsync(Provider.Services, Alice);
        Assert.NotEmpty((await ContinueAsync(key))["code"]);
    }

    [Fact]
    [Spec("RFC 8485", "5")]
    public async Task The_trustmark_says_what_the_components_mean()
    {
        var mark = await Http.GetFromJsonAsync<JsonElement>("trustmark", TestContext.Current.CancellationToken);

        Assert.Equal(TestProvider.Issuer.AbsoluteUri, mark.GetProperty("idp").GetString());
        Assert.Equal("gpg45:medium", mark.GetProperty("P").GetProperty("P2").GetString());
        Assert.Equal("aal2", mark.GetProperty("C").GetProperty("Cm").GetString());
    }
}
