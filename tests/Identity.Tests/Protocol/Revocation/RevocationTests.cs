using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Revocation;

[Spec("RFC 7009", "2")]
public abstract class RevocationTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    [Spec("RFC 7009", "2.1")]
    public async Task Revoking_either_token_ends_the_grant_and_no_other(string token)
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        var other = await TokensAsync(("scope", "openid offline_access"));

        var answer = await RevokeAsync("appointments", tokens[token]);

        Assert.Equal(200, answer.Status);
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Error); // Asked for above.
        using var dead = await UserInfoAsync(tokens["access_token"]!); // As above.
        Assert.Equal(HttpStatusCode.Unauthorized, dead.StatusCode);
        using var alive = await UserInfoAsync(other["access_token"]!); // As above.
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    [Spec("RFC 7009", "2.1")]
    public async Task A_token_of_another_client_is_not_revoked(string token)
    {
        await RegisterAsync(Client.Registration with { ClientId = "other" });
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        var before = await RowsAsync();

        await RevokeAsync("other", tokens[token]);

        Assert.Equal(before, await RowsAsync());
        Assert.Equal(200, (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // Asked for above.
    }

    [Fact]
    public async Task An_API_does_not_revoke_the_tokens_it_is_sent()
    {
        await Provider.RegisterAsync(Api("records"));
        var client = await RegisterAsync(Client.Registration with { ClientId = "reader", Scope = "openid records offline_access" });
        var tokens = await TokensAsync(client, ("scope", "openid records offline_access"));

        await RevokeAsync("records-api", tokens["access_token"]);

        Assert.Equal(200, (await client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // Asked for above.
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [Spec("RFC 7009", "2.2")]
    public async Task A_token_nobody_knows_is_revoked_already(string token) => Assert.Equal(200, (await RevokeAsync("appointments", token)).Status);

    [Fact]
    [Spec("RFC 7009", "2.2")]
    public async Task Revoking_twice_is_revoking_once()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        await RevokeAsync("appointments", tokens["refresh_token"]);
        var before = await RowsAsync();

        Assert.Equal(200, (await RevokeAsync("appointments", tokens["refresh_token"])).Status);
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("refresh_token")]
    [InlineData("access_token")]
    [InlineData("no-such-hint")]
    [Spec("RFC 7009", "2.1")]
    public async Task A_wrong_hint_does_no_harm(string hint)
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        var answer = await TestClient.SendAsync(Http, "revoke", [new("token", tokens["refresh_token"]!), new("token_type_hint", hint)], TestClient.Basic("appointments", TestClient.Secret)); // Asked for above.

        Assert.Equal(200, answer.Status);
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Error); // As above.
    }

    [Fact]
    [Spec("RFC 7009", "2.2.1")]
    public async Task A_token_a_client_got_for_itself_is_refused_by_name()
    {
        var token = (await Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" }))["access_token"];

        var answer = await RevokeAsync("appointments", token);

        Assert.Equal((400, "unsupported_token_type"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_public_client_revokes_its_own_tokens()
    {
        var app = await RegisterAsync(Client.Registration with { ClientId = "public", TokenEndpointAuthMethod = "none", ClientSecretSha256 = [], GrantTypes = ["authorization_code", "refresh_token"] });
        var tokens = await TokensAsync(app, ("scope", "openid offline_access"));

        var answer = await TestClient.SendAsync(Http, "revoke", [new("token", tokens["refresh_token"]!), new("client_id", "public")]); // Asked for above.

        Assert.Equal(200, answer.Status);
        Assert.Equal("invalid_grant", (await app.RefreshAsync(Http, tokens["refresh_token"]!)).Error); // As above.
    }

    [Fact]
    [Spec("RFC 7009", "2.1")]
    public async Task Nobody_revokes_without_authenticating()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        var answer = await TestClient.SendAsync(Http, "revoke", [new("token", tokens["refresh_token"]!), new("client_id", "appointments")]); // Asked for above.

        Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error));
        Assert.Equal(200, (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // As above.
    }

    private Task<TokenAnswer> RevokeAsync(string clientId, string? token) =>
        TestClient.SendAsync(Http, "revoke", [new("token", token!)], TestClient.Basic(clientId, TestClient.Secret)); // Every test has one.

    public sealed class OnSqlite() : RevocationTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : RevocationTests(StorageProvider.Postgres);
}
