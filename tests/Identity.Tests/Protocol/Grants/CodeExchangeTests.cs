using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Grants;

[Spec("RFC 6749", "4.1.3")]
public abstract class CodeExchangeTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Theory]
    [InlineData("redirect_uri", "https://appointments.example/callback/", "invalid_grant")]
    [InlineData("redirect_uri", "https://attacker.example/callback", "invalid_grant")]
    [InlineData("redirect_uri", null, "invalid_request")]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("code_verifier", "", "invalid_request")]
    [InlineData("code_verifier", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "invalid_grant")]
    [InlineData("code", null, "invalid_request")]
    [InlineData("code", "not-a-code", "invalid_grant")]
    public async Task An_exchange_that_does_not_match_is_refused_and_the_code_stays_usable(string name, string? value, string error)
    {
        var code = (await AuthorizeAsync())["code"];
        var before = await RowsAsync();

        var answer = await Client.ExchangeAsync(Http, code, (name, value));

        Assert.Equal((400, error), (answer.Status, answer.Error));
        Assert.Null(answer["access_token"]);
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(200, (await Client.ExchangeAsync(Http, code)).Status);
    }

    [Fact]
    [Spec("RFC 7636", "4.6")]
    public async Task The_challenge_itself_is_no_verifier()
    {
        var parameters = Client.Parameters();
        var code = (await AuthorizeAsync())["code"];

        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(Http, code, ("code_verifier", parameters["code_challenge"]))).Error);
    }

    [Fact]
    [Spec("RFC 6749", "10.5")]
    public async Task A_code_of_another_client_is_refused_and_stays_usable_by_its_own()
    {
        await RegisterAsync(Client.Registration with { ClientId = "other" });
        var code = (await AuthorizeAsync())["code"];

        var theft = await Client.ExchangeAsync(Http, code, ("client_id", null), ("code_verifier", Client.Verifier));
        var other = await TestClient.SendAsync(Http, "token",
            [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", TestClient.RedirectUri), new("code_verifier", Client.Verifier)], TestClient.Basic("other", TestClient.Secret));

        Assert.Equal((401, "invalid_client"), (theft.Status, theft.Error));
        Assert.Equal((400, "invalid_grant"), (other.Status, other.Error));
        Assert.Equal(200, (await Client.ExchangeAsync(Http, code)).Status);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2")]
    public async Task A_code_that_is_exchanged_by_many_at_once_is_won_by_one_and_then_dead()
    {
        var code = (await AuthorizeAsync())["code"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Client.ExchangeAsync(Http, code)));

        var won = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != won), answer => Assert.Equal((400, "invalid_grant"), (answer.Status, answer.Error)));
        using var response = await UserInfoAsync(won["access_token"]!);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2")]
    public async Task A_code_that_another_node_has_exchanged_is_dead_here()
    {
        await using var second = await Provider.AnotherAsync();
        using var http = second.Backchannel();
        var code = (await AuthorizeAsync())["code"];

        Assert.Equal(200, (await Client.ExchangeAsync(http, code)).Status);
        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(Http, code)).Error);
    }

    [Theory]
    [InlineData(61, "invalid_grant")]
    [InlineData(60, null)]
    [Spec("RFC 6749", "4.1.2")]
    public async Task A_code_lives_for_a_minute(int seconds, string? error)
    {
        var code = (await AuthorizeAsync())["code"];
        Provider.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(error, (await Client.ExchangeAsync(Http, code)).Error);
    }

    [Fact]
    public async Task A_code_whose_consent_was_withdrawn_is_refused()
    {
        var code = (await AuthorizeAsync())["code"];
        await Provider.Get<Identity.Domain.Consent.ConsentStore>().WithdrawAsync(Alice, "appointments", TestContext.Current.CancellationToken);

        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(Http, code)).Error);
    }

    [Fact]
    public async Task A_code_is_no_refresh_token_and_a_refresh_token_no_code()
    {
        var code = (await AuthorizeAsync(("scope", "openid offline_access")))["code"];
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, code)).Error);
        var tokens = await Client.ExchangeAsync(Http, code);

        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(Http, tokens["refresh_token"]!)).Error); // Asked for above.
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, tokens["access_token"]!)).Error); // As above.
    }

    public sealed class OnSqlite() : CodeExchangeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : CodeExchangeTests(StorageProvider.Postgres);
}
