using System.Text.Json;
using Identity.Testing;

namespace Identity.Tests.Protocol.ImplicitFlows;

[Spec("OpenID Connect Core", "3.2.2.6")]
[Spec("OpenID Connect Core", "3.3.2.6")]
public sealed class RefusalTests(ImplicitFlowScene scene) : IClassFixture<ImplicitFlowScene>
{
    [Theory]
    [InlineData("id_token")]
    [InlineData("id_token token")]
    [InlineData("code id_token")]
    [InlineData("code id_token token")]
    [Spec("OpenID Connect Core", "3.2.2.1")]
    public Task A_request_without_a_nonce_is_refused(string type) => IsToldAsync(type, "invalid_request", ("nonce", null));

    [Theory]
    [InlineData("id_token")]
    [InlineData("code token")]
    [InlineData("code id_token token")]
    [Spec("OAuth 2.0 Multiple Response Types", "5")]
    public Task An_answer_by_query_is_refused_in_the_fragment(string type) => IsToldAsync(type, "invalid_request", ("response_mode", "query"));

    [Theory]
    [InlineData("code id_token")]
    [InlineData("code token")]
    [InlineData("code id_token token")]
    [Spec("RFC 7636", "4.4.1")]
    public Task What_carries_a_code_needs_a_challenge(string type) => IsToldAsync(type, "invalid_request", ("code_challenge", null), ("code_challenge_method", null));

    [Theory]
    [InlineData("id_token", "scope", "profile", "invalid_request")]
    [InlineData("id_token", "scope", "openid no-such-scope", "invalid_scope")]
    [InlineData("id_token token", "prompt", "none login", "invalid_request")]
    [InlineData("code id_token", "prompt", "no-such-prompt", "invalid_request")]
    [InlineData("code id_token", "response_mode", "web_message", "invalid_request")]
    [InlineData("code token", "max_age", "-1", "invalid_request")]
    public Task What_is_wrong_with_any_request_is_told_in_the_fragment(string type, string name, string value, string error) => IsToldAsync(type, error, (name, value));

    [Theory]
    [InlineData("id_token")]
    [InlineData("code id_token token")]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task That_somebody_would_have_to_sign_in_is_told_in_the_fragment(string type)
    {
        var client = await scene.ClientAsync();
        using var stranger = scene.Provider.Browser();
        using var response = await stranger.GetAsync(client.AuthorizeUrl(ImplicitFlowScene.Asking(type, ("prompt", "none"))));

        Assert.Equal("login_required", ImplicitFlowScene.Fragment(response)["error"]);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("none")]
    [InlineData("ID_TOKEN")]
    public async Task Other_types_are_not_supported(string type)
    {
        var client = await scene.ClientAsync();
        using var response = await scene.Browser.GetAsync(client.AuthorizeUrl(("response_type", type)));
        var location = response.Headers.Location?.OriginalString ?? "";

        Assert.Contains("error=unsupported_response_type", location, StringComparison.Ordinal);
        Assert.Equal(type == "token", location.Contains("#error=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id_token", "id_token token")]
    [InlineData("id_token token", "id_token")]
    [InlineData("code id_token", "code token")]
    [InlineData("code", "code id_token")]
    [Spec("OpenID Connect Registration", "2")]
    public async Task A_type_that_the_client_has_not_registered_is_refused(string registered, string asked)
    {
        var client = await scene.ClientAsync(registration => registration with
        {
            ResponseTypes = [registered],
            GrantTypes = registered switch { "code" => ["authorization_code"], _ when registered.Contains("code", StringComparison.Ordinal) => ["authorization_code", "implicit"], _ => ["implicit"] },
            Scope = "openid profile email",
        });

        Assert.Equal("unauthorized_client", (await scene.AskAsync(client, asked))["error"]);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2.1")]
    public async Task Nothing_is_sent_to_a_redirect_URI_that_is_not_registered()
    {
        var client = await scene.ClientAsync();
        using var response = await scene.Browser.GetAsync(client.AuthorizeUrl(ImplicitFlowScene.Asking("id_token", ("redirect_uri", "https://attacker.example/callback"))));

        Assert.Null(response.Headers.Location);
    }

    [Fact]
    [Spec("OpenID Connect Discovery", "3")]
    public async Task What_may_be_asked_for_is_advertised()
    {
        using var document = JsonDocument.Parse(await scene.Http.GetStringAsync(".well-known/openid-configuration", TestContext.Current.CancellationToken));

        Assert.Equal([.. ImplicitFlowScene.Types.Append("code").Order(StringComparer.Ordinal)], Values(document, "response_types_supported"));
        Assert.Equal(["form_post", "fragment", "query"], Values(document, "response_modes_supported"));
        Assert.Contains("implicit", Values(document, "grant_types_supported"));
    }

    private static string?[] Values(JsonDocument document, string member) =>
        [.. document.RootElement.GetProperty(member).EnumerateArray().Select(value => value.GetString()).Order(StringComparer.Ordinal)];

    private async Task IsToldAsync(string type, string error, params (string, string?)[] changes)
    {
        var client = await scene.ClientAsync();
        var before = await scene.RowsAsync();

        var answer = await scene.AskAsync(client, type, changes);

        Assert.Equal((error, "state-of-the-application"), (answer["error"], answer["state"]));
        Assert.DoesNotContain(answer.Keys, key => key is "id_token" or "access_token" or "code");
        Assert.Equal(before, await scene.RowsAsync());
    }
}

/// <summary>By default there is nothing of it.</summary>
public sealed class WithoutImplicitFlowsTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Theory]
    [InlineData("id_token")]
    [InlineData("id_token token")]
    [InlineData("code id_token")]
    [InlineData("code token")]
    [InlineData("code id_token token")]
    [Spec("RFC 9700", "2.1.2")]
    public async Task No_request_is_answered_so(string type) =>
        Assert.Equal("unsupported_response_type", (await scene.AuthorizeAsync([.. ImplicitFlowScene.Asking(type)]))["error"]);

    [Fact]
    public async Task No_client_is_registered_for_it() =>
        Assert.Contains("response_types", (await Assert.ThrowsAsync<ArgumentException>(() => scene.Provider.RegisterAsync(ImplicitFlowScene.Registration))).Message, StringComparison.Ordinal);
}
