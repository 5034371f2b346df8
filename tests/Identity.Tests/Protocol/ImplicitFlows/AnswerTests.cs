using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Protocol.FormPost;
using Identity.Testing;

namespace Identity.Tests.Protocol.ImplicitFlows;

[Spec("OpenID Connect Core", "3.2.2.5")]
[Spec("OpenID Connect Core", "3.3.2.5")]
public sealed class AnswerTests(ImplicitFlowScene scene) : IClassFixture<ImplicitFlowScene>
{
    [Theory]
    [InlineData("id_token", "id_token iss state")]
    [InlineData("id_token token", "access_token expires_in id_token iss state token_type")]
    [InlineData("token id_token", "access_token expires_in id_token iss state token_type")]
    [InlineData("code id_token", "code id_token iss state")]
    [InlineData("code token", "access_token code expires_in iss state token_type")]
    [InlineData("code id_token token", "access_token code expires_in id_token iss state token_type")]
    [Spec("OAuth 2.0 Multiple Response Types", "3")]
    [Spec("OAuth 2.0 Multiple Response Types", "5")]
    public async Task Comes_in_the_fragment_with_what_was_asked_for(string type, string members)
    {
        var answer = await scene.AskAsync(await scene.ClientAsync(), type);

        Assert.Equal(members.Split(' '), answer.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("state-of-the-application", TestProvider.Issuer.AbsoluteUri), (answer["state"], answer["iss"]));
    }

    [Theory]
    [InlineData("id_token", "ES256")]
    [InlineData("id_token token", "RS256")]
    [InlineData("code id_token", "PS256")]
    [InlineData("code id_token token", "RS512")]
    [InlineData("code id_token token", "ES256")]
    [Spec("OpenID Connect Core", "3.2.2.10")]
    [Spec("OpenID Connect Core", "3.3.2.11")]
    public async Task An_ID_token_is_signed_by_its_clients_algorithm_and_names_what_comes_with_it(string type, string algorithm)
    {
        var client = await scene.ClientAsync(registration => registration with { IdTokenSignedResponseAlg = algorithm });

        var answer = await scene.AskAsync(client, type);

        var token = await scene.VerifyAsync(answer["id_token"], client);
        Assert.Equal(Hash(answer.GetValueOrDefault("access_token"), algorithm), token.TryGetPayloadValue<string>("at_hash", out var access) ? access : null);
        Assert.Equal(Hash(answer.GetValueOrDefault("code"), algorithm), token.TryGetPayloadValue<string>("c_hash", out var code) ? code : null);
        Assert.Equal("nonce-of-the-application", token.GetPayloadValue<string>("nonce"));
        Assert.Equal(32, token.GetPayloadValue<string>("sid").Length);
        Assert.True(token.TryGetPayloadValue<long>("auth_time", out _));
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.3.6")]
    public async Task The_token_endpoint_hashes_by_the_clients_algorithm_too()
    {
        var client = await scene.ClientAsync(registration => registration with { IdTokenSignedResponseAlg = "RS512" });

        var tokens = await scene.TokensAsync(client);

        Assert.Equal(Hash(tokens["access_token"], "RS512"), tokens.Payload("id_token").GetProperty("at_hash").GetString());
        Assert.False(tokens.Payload("id_token").TryGetProperty("c_hash", out _));
    }

    [Theory]
    [InlineData("code id_token")]
    [InlineData("code token")]
    [InlineData("code id_token token")]
    [Spec("OpenID Connect Core", "3.3.3.6")]
    public async Task A_code_is_exchanged_as_ever_for_the_same_person_and_session(string type)
    {
        var client = await scene.ClientAsync();
        var answer = await scene.AskAsync(client, type);

        var tokens = await client.ExchangeAsync(scene.Http, answer["code"]);

        var later = tokens.Payload("id_token");
        Assert.Equal("nonce-of-the-application", later.GetProperty("nonce").GetString());
        if (answer.TryGetValue("id_token", out var first))
        {
            var token = await scene.VerifyAsync(first, client);
            Assert.Equal((token.Issuer, token.Subject, token.GetPayloadValue<string>("sid")),
                (later.GetProperty("iss").GetString(), later.GetProperty("sub").GetString(), later.GetProperty("sid").GetString()));
        }

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(scene.Http, answer["code"])).Error);
    }

    [Theory]
    [InlineData("code id_token")]
    [InlineData("code token")]
    [Spec("RFC 7636", "4.6")]
    public async Task A_code_needs_its_verifier(string type)
    {
        var client = await scene.ClientAsync();
        var answer = await scene.AskAsync(client, type);

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(scene.Http, answer["code"], ("code_verifier", new string('a', 43)))).Error);
    }

    [Theory]
    [InlineData("id_token token")]
    [InlineData("code token")]
    [Spec("OpenID Connect Core", "5.3")]
    public async Task An_access_token_opens_user_info_while_its_grant_lives(string type)
    {
        var client = await scene.ClientAsync();
        var answer = await scene.AskAsync(client, type);
        Assert.Equal("Bearer", answer["token_type"]);

        using var info = await scene.UserInfoAsync(answer["access_token"]);
        Assert.Contains("alice@example.test", await info.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await client.PostAsync(scene.Http, "revoke", new() { ["token"] = answer["access_token"] });

        using var ended = await scene.UserInfoAsync(answer["access_token"]);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2")]
    public async Task A_code_that_is_used_twice_ends_the_access_token_that_came_with_it()
    {
        var client = await scene.ClientAsync();
        var answer = await scene.AskAsync(client, "code token");
        await client.ExchangeAsync(scene.Http, answer["code"]);

        await client.ExchangeAsync(scene.Http, answer["code"]);

        using var ended = await scene.UserInfoAsync(answer["access_token"]);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Theory]
    [InlineData("id_token", true)]
    [InlineData("id_token token", false)]
    [InlineData("code id_token", false)]
    [Spec("OpenID Connect Core", "5.4")]
    public async Task What_scopes_stand_for_is_in_an_ID_token_only_where_nothing_opens_user_info(string type, bool told)
    {
        var client = await scene.ClientAsync();

        var token = await scene.VerifyAsync((await scene.AskAsync(client, type))["id_token"], client);

        Assert.Equal(told ? "alice@example.test" : null, token.TryGetPayloadValue<string>("email", out var email) ? email : null);
    }

    [Fact]
    [Spec("OpenID Connect Core", "11")]
    public async Task Offline_access_is_ignored_without_a_code()
    {
        var answer = await scene.AskAsync(await scene.ClientAsync(), "id_token token", ("scope", "openid offline_access"));

        Assert.DoesNotContain("refresh_token", answer.Keys);
        Assert.Equal("openid", answer["scope"]);
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(answer["access_token"].Split('.')[1]));
        Assert.Equal("openid", claims.RootElement.GetProperty("scope").GetString());
    }

    [Theory]
    [InlineData("id_token")]
    [InlineData("code id_token token")]
    [Spec("OAuth 2.0 Form Post Response Mode", "2")]
    public async Task Comes_by_a_form_where_that_is_asked_for(string type)
    {
        var client = await scene.ClientAsync();
        var context = await scene.Provider.SendAsync(context =>
        {
            var url = client.AuthorizeUrl(ImplicitFlowScene.Asking(type, ("response_mode", "form_post")));
            context.Request.Path = "/authorize";
            context.Request.QueryString = new(url[url.IndexOf('?', StringComparison.Ordinal)..]);
            context.Request.Headers.Cookie = scene.Browser.Cookies.GetCookieHeader(TestProvider.Issuer);
        });

        var answer = context.Features.Get<FormPostResponse>();
        Assert.Contains("id_token", answer?.Fields.Select(field => field.Key) ?? []);
        Assert.Equal(TestClient.RedirectUri, answer?.Action.OriginalString);
    }

    [Fact]
    public async Task A_code_alone_still_comes_by_query_and_by_fragment_where_that_is_asked_for()
    {
        var client = await scene.ClientAsync();

        Assert.NotEmpty((await scene.AuthorizeAsync(client))["code"]);
        Assert.NotEmpty((await scene.AskAsync(client, "code", ("response_mode", "fragment")))["code"]);
    }

    [Fact]
    [Spec("RFC 9126", "2.1")]
    public async Task A_pushed_request_is_answered_alike()
    {
        var client = await scene.ClientAsync();
        var pushed = await TestClient.SendAsync(scene.Http, "par", client.Parameters(ImplicitFlowScene.Asking("code id_token")), TestClient.Basic(client.Registration.ClientId, TestClient.Secret));

        using var response = await scene.Browser.GetAsync($"authorize?client_id={client.Registration.ClientId}&request_uri={Uri.EscapeDataString(pushed["request_uri"] ?? "")}");

        Assert.NotEmpty(ImplicitFlowScene.Fragment(response)["id_token"]);
    }

    private static string? Hash(string? value, string algorithm)
    {
        if (value is null)
            return null;
        var hash = algorithm is "RS512" ? SHA512.HashData(Encoding.ASCII.GetBytes(value)) : SHA256.HashData(Encoding.ASCII.GetBytes(value));
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }
}
