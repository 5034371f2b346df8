using System.Net;
using System.Text.Json;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.Grants;

[Spec("RFC 6749", "6")]
public abstract class RefreshTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    [Spec("OpenID Connect Core", "12.2")]
    public async Task A_refreshed_ID_token_tells_of_the_same_person_and_the_same_sign_in()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        Provider.Clock.Advance(TimeSpan.FromMinutes(20));

        var refreshed = (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Payload("id_token"); // Asked for above.

        var first = tokens.Payload("id_token");
        foreach (var claim in new[] { "iss", "sub", "aud", "auth_time", "sid" })
            Assert.Equal(first.GetProperty(claim).ToString(), refreshed.GetProperty(claim).ToString());
        Assert.Equal(Provider.Clock.GetUtcNow().ToUnixTimeSeconds(), refreshed.GetProperty("iat").GetInt64());
    }

    [Fact]
    [Spec("RFC 9700", "4.14.2")]
    public async Task A_refresh_token_of_another_client_is_refused_and_stays_usable_by_its_own()
    {
        await RegisterAsync(Client.Registration with { ClientId = "other" });
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        var answer = await TestClient.SendAsync(Http, "token", [new("grant_type", "refresh_token"), new("refresh_token", tokens["refresh_token"]!)], TestClient.Basic("other", TestClient.Secret)); // Asked for above.

        Assert.Equal((400, "invalid_grant"), (answer.Status, answer.Error));
        Assert.Equal(200, (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // As above.
    }

    [Fact]
    public async Task A_narrower_scope_gives_a_narrower_access_token_and_leaves_the_grant_whole()
    {
        var tokens = await TokensAsync(("scope", "openid profile email offline_access"));

        var narrow = await Client.RefreshAsync(Http, tokens["refresh_token"]!, ("scope", "openid email")); // Asked for above.

        Assert.Equal(["email", "openid"], narrow.Payload("access_token").GetProperty("scope").GetString()!.Split(' ').Order(StringComparer.Ordinal)); // Every access token has one.
        using var response = await UserInfoAsync(narrow["access_token"]!); // As above.
        var claims = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.True(claims.TryGetProperty("email", out _));
        Assert.False(claims.TryGetProperty("name", out _));
        var whole = await Client.RefreshAsync(Http, narrow["refresh_token"]!); // As above.
        Assert.Contains("profile", whole.Payload("access_token").GetProperty("scope").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openid profile offline_access")]
    [InlineData("openid no-such-scope")]
    public async Task A_wider_scope_is_refused_and_the_refresh_token_stays_usable(string scope)
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        var wider = await Client.RefreshAsync(Http, tokens["refresh_token"]!, ("scope", scope)); // Asked for above.

        Assert.Equal((400, "invalid_scope"), (wider.Status, wider.Error));
        Assert.Equal(200, (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // As above.
    }

    [Fact]
    [Spec("RFC 8707", "2.2")]
    public async Task A_resource_that_was_not_granted_is_refused()
    {
        await Provider.RegisterAsync(Api("records"));
        await Provider.RegisterAsync(Api("letters"));
        var client = await RegisterAsync(Client.Registration with { ClientId = "calls", Resources = ["https://records.example", "https://letters.example"] });
        var tokens = await TokensAsync(client, ("scope", "openid offline_access"), ("resource", "https://records.example"));

        var wider = await client.RefreshAsync(Http, tokens["refresh_token"]!, ("resource", "https://letters.example")); // Asked for above.

        Assert.Equal((400, "invalid_target"), (wider.Status, wider.Error));
    }

    [Fact]
    [Spec("OpenID Connect Core", "11")]
    public async Task Without_offline_access_there_is_no_refresh_token() =>
        Assert.Null((await TokensAsync(("scope", "openid")))["refresh_token"]);

    [Fact]
    [Spec("OpenID Connect Core", "11")]
    public async Task After_sign_out_what_was_given_without_offline_access_is_dead_and_the_rest_lives()
    {
        var online = await TokensAsync(("scope", "openid"));
        var offline = await TokensAsync(("scope", "openid offline_access"));

        await SignOutAsync();

        using var dead = await UserInfoAsync(online["access_token"]!); // Both were given.
        Assert.Equal(HttpStatusCode.Unauthorized, dead.StatusCode);
        using var alive = await UserInfoAsync(offline["access_token"]!); // As above.
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(200, (await Client.RefreshAsync(Http, offline["refresh_token"]!)).Status); // As above.
    }

    [Fact]
    public async Task A_code_given_without_offline_access_dies_with_the_session()
    {
        var code = (await AuthorizeAsync(("scope", "openid")))["code"];

        await SignOutAsync();

        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(Http, code)).Error);
    }

    [Fact]
    [Spec("RFC 9700", "4.14.2")]
    public async Task A_client_whose_answer_was_lost_may_try_again_at_once()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        await Client.RefreshAsync(Http, tokens["refresh_token"]!); // Asked for above.
        Provider.Clock.Advance(TimeSpan.FromSeconds(5));

        var again = await Client.RefreshAsync(Http, tokens["refresh_token"]!); // As above.

        Assert.Equal(200, again.Status);
        Assert.Equal(200, (await Client.RefreshAsync(Http, again["refresh_token"]!)).Status); // As above.
    }

    [Fact]
    public async Task Many_refreshes_at_once_leave_one_generation_that_counts()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Client.RefreshAsync(Http, tokens["refresh_token"]!))); // Asked for above.

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await Client.RefreshAsync(Http, answers[0]["refresh_token"]!)).Status); // As above.
    }

    [Fact]
    public async Task A_grant_ends_thirty_days_after_it_was_given_however_often_it_is_refreshed()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        for (var day = 0; day < 29; day++)
        {
            Provider.Clock.Advance(TimeSpan.FromDays(1));
            tokens = await Client.RefreshAsync(Http, tokens["refresh_token"]!); // Asked for above.
            Assert.Equal(200, tokens.Status);
        }

        Provider.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Error); // As above.
    }

    private Task SignOutAsync() => Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignOutAsync(context));

    public sealed class OnSqlite() : RefreshTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : RefreshTests(StorageProvider.Postgres);
}
