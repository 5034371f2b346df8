using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Identity.Testing;

namespace Identity.Tests.Protocol.Grants;

[Spec("RFC 6749", "5.2")]
public sealed class TokenEndpointTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Fact]
    [Spec("RFC 6749", "5.1")]
    public async Task Tokens_are_never_cached()
    {
        var tokens = await scene.TokensAsync();

        Assert.True(tokens.Headers.CacheControl?.NoStore);
    }

    [Fact]
    [Spec("RFC 6749", "3.2")]
    public async Task Only_POST_is_answered()
    {
        using var response = await scene.Http.GetAsync("token?grant_type=client_credentials");

        Assert.Equal((400, "invalid_request"), await StatusAsync(response));
    }

    [Theory]
    [InlineData("application/json", """{"grant_type":"client_credentials"}""")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    [InlineData("", "grant_type=client_credentials")]
    [Spec("RFC 6749", "3.2")]
    public async Task Only_a_form_is_read(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "token") { Content = new StringContent(body, Encoding.ASCII) };
        request.Content.Headers.ContentType = type.Length == 0 ? null : new MediaTypeHeaderValue(type);
        request.Headers.Authorization = TestClient.Basic("appointments", TestClient.Secret);

        using var response = await scene.Http.SendAsync(request);

        Assert.Equal((400, "invalid_request"), await StatusAsync(response));
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData("implicit", "unsupported_grant_type")]
    [InlineData("urn:ietf:params:oauth:grant-type:jwt-bearer", "unsupported_grant_type")]
    [InlineData("urn:openid:params:grant-type:ciba", "unsupported_grant_type")]
    [InlineData("urn:ietf:params:oauth:grant-type:token-exchange", "unsupported_grant_type")]
    [InlineData("no-such-grant", "unsupported_grant_type")]
    [InlineData(null, "invalid_request")]
    [InlineData("", "invalid_request")]
    [Spec("RFC 9700", "2.4")]
    public async Task Other_grant_types_are_refused(string? type, string error)
    {
        var answer = await scene.Client.PostAsync(scene.Http, "token", new() { ["username"] = "alice@example.test", ["password"] = TestProvider.Password }, ("grant_type", type));

        Assert.Equal((400, error), (answer.Status, answer.Error));
        Assert.Null(answer["error_uri"]);
    }

    [Theory]
    [InlineData("client_credentials")]
    [InlineData("refresh_token")]
    public async Task A_grant_type_the_client_is_not_registered_for_is_unauthorized(string type)
    {
        await scene.RegisterAsync(TestClient.Appointments with { ClientId = "codes-only", GrantTypes = ["authorization_code"] });
        var tokens = await scene.TokensAsync(("scope", "openid offline_access"));

        var answer = await TestClient.SendAsync(scene.Http, "token", [new("grant_type", type), new("refresh_token", tokens["refresh_token"]!)], TestClient.Basic("codes-only", TestClient.Secret)); // Asked for above.

        Assert.Equal((400, "unauthorized_client"), (answer.Status, answer.Error));
    }

    [Fact]
    [Spec("RFC 6749", "4.4")]
    public async Task A_public_client_gets_no_token_for_itself()
    {
        await scene.RegisterAsync(TestClient.Appointments with { ClientId = "public", TokenEndpointAuthMethod = "none", ClientSecretSha256 = [], GrantTypes = ["authorization_code"] });

        var answer = await TestClient.SendAsync(scene.Http, "token", [new("grant_type", "client_credentials"), new("client_id", "public")]);

        Assert.Equal((400, "unauthorized_client"), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("openid", "invalid_scope")]
    [InlineData("offline_access", "invalid_scope")]
    [InlineData("phone", "invalid_scope")]
    [InlineData("no-such-scope", "invalid_scope")]
    [Spec("RFC 6749", "4.4.2")]
    public async Task A_client_asks_for_itself_only_for_scopes_of_APIs_that_are_its_own(string scope, string error)
    {
        var answer = await scene.Client.PostAsync(scene.Http, "token", new() { ["grant_type"] = "client_credentials", ["scope"] = scope });

        Assert.Equal((400, error), (answer.Status, answer.Error));
    }

    [Fact]
    [Spec("RFC 9068", "3")]
    public async Task A_token_a_client_gets_for_itself_is_for_the_API_whose_scope_it_asks_for()
    {
        await scene.Provider.RegisterAsync(ProtocolScene.Api("records"));
        var client = await scene.RegisterAsync(TestClient.Appointments with { ClientId = "reader", Scope = "records" });

        var byScope = await Ask("scope", "records");
        var byResource = await Ask("resource", "https://records.example");

        Assert.Equal("https://records.example", byScope.Payload("access_token").GetProperty("aud").GetString());
        Assert.Equal("records", byScope.Payload("access_token").GetProperty("scope").GetString());
        Assert.Equal("https://records.example", byResource.Payload("access_token").GetProperty("aud").GetString());
        Task<TokenAnswer> Ask(string name, string value) => TestClient.SendAsync(
            scene.Http, "token", [new("grant_type", "client_credentials"), new(name, value)], TestClient.Basic(client.Registration.ClientId, TestClient.Secret));
    }

    private static async Task<(int, string?)> StatusAsync(HttpResponseMessage response)
    {
        var answer = await TokenAnswer.ReadAsync(response);
        return (answer.Status, answer.Error);
    }
}
