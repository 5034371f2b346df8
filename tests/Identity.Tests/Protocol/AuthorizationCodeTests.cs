using System.Net;
using System.Text.Json;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol;

public abstract class AuthorizationCodeTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    [Spec("RFC 6749", "4.1.2")]
    [Spec("RFC 9207", "2")]
    public async Task A_request_with_nothing_left_to_ask_is_answered_with_a_code_the_state_and_the_issuer()
    {
        var answer = await AuthorizeAsync();

        Assert.Equal("state-of-the-application", answer["state"]);
        Assert.Equal("http://localhost:5000/", answer["iss"]);
        Assert.NotEmpty(answer["code"]);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.3.3")]
    public async Task The_code_is_exchanged_for_an_access_token_and_an_ID_token()
    {
        var tokens = await TokensAsync();

        Assert.Equal(200, tokens.Status);
        Assert.Equal("Bearer", tokens["token_type"]);
        var id = tokens.Payload("id_token");
        Assert.Equal("http://localhost:5000/", id.GetProperty("iss").GetString());
        Assert.Equal("appointments", id.GetProperty("aud").GetString());
        Assert.Equal("nonce-of-the-application", id.GetProperty("nonce").GetString());
        Assert.Equal(Provider.Clock.GetUtcNow().ToUnixTimeSeconds(), id.GetProperty("auth_time").GetInt64());
        Assert.Equal("pwd", id.GetProperty("amr")[0].GetString());
        Assert.NotEmpty(id.GetProperty("sid").GetString()!);
    }

    [Fact]
    public async Task No_token_tells_how_the_provider_is_built_or_who_the_account_is()
    {
        var tokens = await TokensAsync();

        foreach (var payload in new[] { tokens.Payload("id_token"), tokens.Payload("access_token") })
        {
            Assert.DoesNotContain(payload.EnumerateObject(), claim => claim.Name.StartsWith("oi_", StringComparison.Ordinal));
            Assert.DoesNotContain(Alice.ToString("N"), payload.GetRawText().Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    [Spec("OpenID Connect Core", "5.3.2")]
    public async Task User_info_holds_what_the_citizen_agreed_to_share_and_the_same_subject()
    {
        var tokens = await TokensAsync();

        using var response = await UserInfoAsync(tokens["access_token"]!);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var claims = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(tokens.Payload("id_token").GetProperty("sub").GetString(), claims.GetProperty("sub").GetString());
        Assert.Equal("Alice Archer", claims.GetProperty("name").GetString());
        Assert.Equal("1984-02-29", claims.GetProperty("birthdate").GetString());
        Assert.Equal("alice@example.test", claims.GetProperty("email").GetString());
        Assert.True(claims.GetProperty("email_verified").GetBoolean());
    }

    [Fact]
    [Spec("RFC 9700", "4.5")]
    public async Task A_replayed_code_is_refused_its_own_tokens_die_and_another_tabs_live()
    {
        var code = (await AuthorizeAsync())["code"];
        var first = await Client.ExchangeAsync(Http, code);
        var other = await TokensAsync();

        var replay = await Client.ExchangeAsync(Http, code);

        Assert.Equal((400, "invalid_grant"), (replay.Status, replay.Error));
        using var dead = await UserInfoAsync(first["access_token"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, dead.StatusCode);
        using var alive = await UserInfoAsync(other["access_token"]!);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    [Spec("RFC 7636", "4.6")]
    public async Task A_wrong_verifier_is_refused_and_the_code_stays_usable()
    {
        var code = (await AuthorizeAsync())["code"];

        var wrong = await Client.ExchangeAsync(Http, code, ("code_verifier", new string('x', 43)));
        Assert.Equal((400, "invalid_grant"), (wrong.Status, wrong.Error));

        Assert.Equal(200, (await Client.ExchangeAsync(Http, code)).Status);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2")]
    public async Task An_expired_code_is_refused()
    {
        var code = (await AuthorizeAsync())["code"];
        Provider.Clock.Advance(TimeSpan.FromMinutes(7));

        var late = await Client.ExchangeAsync(Http, code);

        Assert.Equal((400, "invalid_grant"), (late.Status, late.Error));
    }

    [Fact]
    [Spec("RFC 6749", "6")]
    [Spec("OpenID Connect Core", "11")]
    public async Task With_offline_access_the_tokens_are_refreshed_and_outlive_the_session()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        Provider.Clock.Advance(TimeSpan.FromDays(1));

        var refreshed = await Client.RefreshAsync(Http, tokens["refresh_token"]!);

        Assert.Equal(200, refreshed.Status);
        Assert.NotEqual(tokens["refresh_token"], refreshed["refresh_token"]);
        using var response = await UserInfoAsync(refreshed["access_token"]!);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    [Spec("RFC 9700", "4.14.2")]
    public async Task An_old_refresh_token_ends_the_grant()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        var refreshed = await Client.RefreshAsync(Http, tokens["refresh_token"]!);
        Provider.Clock.Advance(TimeSpan.FromMinutes(1));

        var reused = await Client.RefreshAsync(Http, tokens["refresh_token"]!);
        Assert.Equal((400, "invalid_grant"), (reused.Status, reused.Error));

        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, refreshed["refresh_token"]!)).Error);
    }

    [Fact]
    [Spec("RFC 6749", "4.4")]
    public async Task A_client_gets_a_token_for_itself()
    {
        var tokens = await Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" });

        Assert.Equal(200, tokens.Status);
        Assert.Equal("appointments", tokens.Payload("access_token").GetProperty("sub").GetString());
        Assert.Null(tokens["refresh_token"]);
    }

    [Fact]
    [Spec("RFC 7009", "2.1")]
    [Spec("RFC 7662", "2.2")]
    public async Task A_revoked_grant_is_inactive_everywhere()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        Assert.Equal("True", (await Client.PostAsync(Http, "introspect", new() { ["token"] = tokens["access_token"]! }))["active"]);

        Assert.Equal(200, (await Client.PostAsync(Http, "revoke", new() { ["token"] = tokens["refresh_token"]! })).Status);

        Assert.Equal("False", (await Client.PostAsync(Http, "introspect", new() { ["token"] = tokens["access_token"]! }))["active"]);
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Error);
    }

    public sealed class OnSqlite() : AuthorizationCodeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : AuthorizationCodeTests(StorageProvider.Postgres);
}
