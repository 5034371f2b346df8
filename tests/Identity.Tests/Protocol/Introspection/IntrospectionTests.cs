using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Introspection;

[Spec("RFC 7662", "2")]
public abstract class IntrospectionTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    [Spec("RFC 7662", "2.2")]
    public async Task A_client_learns_what_its_own_access_token_is()
    {
        var tokens = await TokensAsync();

        var answer = await AskAsync("appointments", tokens["access_token"]);

        Assert.Equal((200, "True"), (answer.Status, answer["active"]));
        Assert.Equal("appointments", answer["client_id"]);
        Assert.Equal(tokens.Payload("id_token").GetProperty("sub").GetString(), answer["sub"]);
        Assert.Equal(TestProvider.Issuer.AbsoluteUri, answer["iss"]);
        Assert.Equal(Provider.Clock.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), answer["exp"]);
        Assert.Equal("Bearer", answer["token_type"]);
        Assert.DoesNotContain(answer.Body.EnumerateObject(), member => member.Name.StartsWith("oi_", StringComparison.Ordinal));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    [Spec("RFC 7662", "2.1")]
    public async Task An_API_learns_about_a_token_that_is_for_it_and_nothing_about_others()
    {
        await Provider.RegisterAsync(Api("records"));
        await Provider.RegisterAsync(Api("letters"));
        var client = await RegisterAsync(Client.Registration with { ClientId = "reader", Scope = "openid records letters" });
        var token = (await TokensAsync(client, ("scope", "openid records")))["access_token"];

        var mine = await AskAsync("records-api", token);
        Assert.Equal("True", mine["active"]);
        Assert.Equal("openid records", string.Join(' ', mine["scope"]!.Split(' ').Order(StringComparer.Ordinal))); // It is active.
        Inactive(await AskAsync("letters-api", token));
    }

    [Fact]
    [Spec("RFC 7662", "4")]
    public async Task A_token_of_another_client_is_inactive_to_whoever_it_is_not_for()
    {
        await RegisterAsync(Client.Registration with { ClientId = "other" });
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        Inactive(await AskAsync("other", tokens["access_token"]));
        Inactive(await AskAsync("other", tokens["refresh_token"]));
    }

    [Fact]
    public async Task A_refresh_token_is_active_until_it_is_used()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        Assert.Equal("True", (await AskAsync("appointments", tokens["refresh_token"]))["active"]);

        var refreshed = await Client.RefreshAsync(Http, tokens["refresh_token"]!); // Asked for above.

        Inactive(await AskAsync("appointments", tokens["refresh_token"]));
        Assert.Equal("True", (await AskAsync("appointments", refreshed["refresh_token"]))["active"]);
    }

    [Fact]
    public async Task To_be_asked_about_does_not_use_a_refresh_token_up()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        await AskAsync("appointments", tokens["refresh_token"]);

        Assert.Equal(200, (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // Asked for above.
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_token_of_ours_is_inactive(string token) => Inactive(await AskAsync("appointments", token));

    [Fact]
    public async Task A_token_that_has_expired_is_inactive()
    {
        var token = (await TokensAsync())["access_token"];
        Provider.Clock.Advance(TimeSpan.FromSeconds(601));

        Inactive(await AskAsync("appointments", token));
    }

    [Fact]
    public async Task A_token_a_client_got_for_itself_is_active_to_it()
    {
        var token = (await Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" }))["access_token"];

        Assert.Equal("True", (await AskAsync("appointments", token))["active"]);
    }

    [Fact]
    [Spec("RFC 7662", "2.1")]
    public async Task Nobody_asks_without_authenticating()
    {
        var token = (await TokensAsync())["access_token"]!; // The exchange is valid.

        foreach (var fields in new[] { new Dictionary<string, string> { ["token"] = token }, new() { ["token"] = token, ["client_id"] = "appointments" } })
        {
            var answer = await TestClient.SendAsync(Http, "introspect", fields);
            Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error));
            Assert.Null(answer["active"]);
        }
    }

    [Fact]
    [Spec("RFC 7662", "4")]
    public async Task A_public_client_may_not_ask()
    {
        await RegisterAsync(Client.Registration with { ClientId = "public", TokenEndpointAuthMethod = "none", ClientSecretSha256 = [], GrantTypes = ["authorization_code"] });
        var token = (await TokensAsync())["access_token"]!; // The exchange is valid.

        var answer = await TestClient.SendAsync(Http, "introspect", [new("token", token), new("client_id", "public")]);

        Assert.InRange(answer.Status, 400, 401);
        Assert.Null(answer["active"]);
    }

    [Fact]
    public async Task A_request_without_a_token_is_invalid()
    {
        var answer = await AskAsync("appointments", null);

        Assert.Equal((400, "invalid_request"), (answer.Status, answer.Error));
    }

    [Fact]
    [Spec("RFC 7662", "2.1")]
    public async Task A_token_in_the_URL_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"introspect?token={(await TokensAsync())["access_token"]}");
        request.Headers.Authorization = TestClient.Basic("appointments", TestClient.Secret);

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private Task<TokenAnswer> AskAsync(string clientId, string? token) =>
        TestClient.SendAsync(Http, "introspect", token is null ? [] : [new("token", token)], TestClient.Basic(clientId, TestClient.Secret));

    /// <summary>RFC 7662 §2.2: nothing is told beside it.</summary>
    private static void Inactive(TokenAnswer answer) => Assert.Equal((200, """{"active":false}"""), (answer.Status, answer.Body.GetRawText()));

    public sealed class OnSqlite() : IntrospectionTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : IntrospectionTests(StorageProvider.Postgres);
}
