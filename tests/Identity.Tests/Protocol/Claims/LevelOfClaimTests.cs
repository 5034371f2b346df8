using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Testing;

namespace Identity.Tests.Protocol.Claims;

/// <summary>A claim that takes a level is told once the citizen is proven to it, and not before.</summary>
[Spec("OpenID Connect Core", "5.4")]
public abstract class LevelOfClaimTests(StorageProvider storage) : ProtocolTest(storage)
{
    private static readonly ConsentTerm Wanted = new(true, "");
    private static readonly ConsentTerm Welcome = new(false, "");

    [Fact]
    public async Task Whether_somebody_is_of_age_is_told_without_the_date_of_their_birth()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        var told = await ToldAsync(await ShopAsync(Wanted), "openid age_over_18 age_over_65");

        Assert.True(told.GetProperty("age_over_18").GetBoolean());
        Assert.False(told.GetProperty("age_over_65").GetBoolean());
        Assert.False(told.TryGetProperty("birthdate", out _));
    }

    [Fact]
    public async Task What_an_application_cannot_do_without_leads_to_the_ways_to_prove_it()
    {
        using var asked = await Browser.GetAsync((await ShopAsync(Wanted)).AuthorizeUrl(("scope", "openid age_over_18")));

        await Provider.AnswerAsync(Browser, InteractionKey(asked, "prove"), (_, interaction, _) =>
        {
            Assert.Equal("gpg45:low", interaction.State.LevelNeeded);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task What_it_can_do_without_is_left_out_until_then()
    {
        var shop = await ShopAsync(Welcome);

        var tokens = await TokensAsync(shop, ("scope", "openid age_over_18"));
        Assert.False((await UserInfoAsync(tokens)).TryGetProperty("age_over_18", out _));

        await TestEvidence.ProveAsync(Provider.Services, Alice);
        Assert.True((await UserInfoAsync(tokens)).GetProperty("age_over_18").GetBoolean());
    }

    [Fact]
    public async Task A_number_that_evidence_vouches_for_is_told_at_its_level()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice, null, ("nhs_number", "9434765919"));

        Assert.Equal("9434765919", (await ToldAsync(await ShopAsync(Wanted), "openid nhs_number")).GetProperty("nhs_number").GetString());
    }

    [Fact]
    public async Task It_is_gone_when_the_level_is()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice, null, ("nhs_number", "9434765919"));
        var tokens = await TokensAsync(await ShopAsync(Wanted), ("scope", "openid nhs_number"));
        var (evidence, _) = await Provider.Get<IdentityRecord>().HeldAsync(Alice, TestContext.Current.CancellationToken);

        await Provider.Get<IdentityRecord>().RevokeAsync(Alice, Assert.Single(evidence).Id, "support", TestContext.Current.CancellationToken);

        Assert.False((await UserInfoAsync(tokens)).TryGetProperty("nhs_number", out _));
    }

    [Fact]
    public async Task An_age_that_is_not_registered_is_not_told()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice);

        var answer = await AuthorizeAsync(await ShopAsync(Wanted), ("scope", "openid age_over_21"));

        Assert.Equal("invalid_scope", answer["error"]);
    }

    private Task<TestClient> ShopAsync(ConsentTerm term) => RegisterAsync(TestClient.Appointments with
    {
        ClientId = "shop",
        ClientName = "Shop",
        Scope = "openid age_over_18 age_over_65 nhs_number",
        Consent = new() { Claims = new Dictionary<string, ConsentTerm> { ["age_over_18"] = term, ["age_over_65"] = term, ["nhs_number"] = term } },
    });

    private async Task<JsonElement> ToldAsync(TestClient client, string scope) => await UserInfoAsync(await TokensAsync(client, ("scope", scope)));

    private async Task<JsonElement> UserInfoAsync(TokenAnswer tokens)
    {
        using var response = await UserInfoAsync(tokens["access_token"]!); // The exchange is valid.
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public sealed class OnSqlite() : LevelOfClaimTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : LevelOfClaimTests(StorageProvider.Postgres);
}
