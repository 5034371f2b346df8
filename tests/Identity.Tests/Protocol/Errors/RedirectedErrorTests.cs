using Identity.Testing;

namespace Identity.Tests.Protocol.Errors;

/// <summary>RFC 6749 §4.1.2.1: where the client and its redirect URI are known good, the application is told.</summary>
[Spec("RFC 6749", "4.1.2.1")]
[Spec("RFC 9207", "2")]
public sealed class RedirectedErrorTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", "S512", "invalid_request")]
    [Spec("RFC 7636", "4.4.1")]
    public Task A_request_without_a_sound_challenge_is_refused(string name, string? value, string error) => IsToldAsync(error, (name, value));

    [Theory]
    [InlineData(null, "invalid_request")]
    [InlineData("", "invalid_request")]
    [InlineData("token", "unsupported_response_type")]
    [InlineData("id_token", "unsupported_response_type")]
    [InlineData("code id_token", "unsupported_response_type")]
    [InlineData("code token", "unsupported_response_type")]
    [InlineData("none", "unsupported_response_type")]
    [InlineData("CODE", "unsupported_response_type")]
    public Task Only_the_response_type_code_is_supported(string? type, string error) => IsToldAsync(error, ("response_type", type));

    [Theory]
    [InlineData("fragment")]
    [InlineData("web_message")]
    [InlineData("query.jwt")]
    [InlineData("QUERY")]
    [Spec("OAuth 2.0 Multiple Response Types", "2.1")]
    public Task Response_modes_other_than_query_and_form_post_are_refused_by_query(string mode) => IsToldAsync("invalid_request", ("response_mode", mode));

    [Theory]
    [InlineData("openid no-such-scope")]
    [InlineData("openid phone")]
    [InlineData("openid OFFLINE_ACCESS")]
    public Task Scopes_that_are_unknown_or_not_registered_to_the_client_are_refused(string scope) => IsToldAsync("invalid_scope", ("scope", scope));

    [Theory]
    [InlineData("none login")]
    [InlineData("none consent")]
    [InlineData("none select_account")]
    [InlineData("no-such-prompt")]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public Task Prompts_that_contradict_each_other_or_are_unknown_are_refused(string prompt) => IsToldAsync("invalid_request", ("prompt", prompt));

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public Task A_max_age_that_is_no_number_of_seconds_is_refused(string seconds) => IsToldAsync("invalid_request", ("max_age", seconds));

    [Fact]
    [Spec("OpenID Connect Core", "6.1")]
    public Task A_request_object_that_nobody_signed_is_refused_by_its_own_name() => IsToldAsync("invalid_request_object", ("request", "eyJhbGciOiJub25lIn0.e30."));

    [Theory]
    [InlineData("https://appointments.example/request.jwt")]
    [InlineData("urn:example:request")]
    [Spec("OpenID Connect Core", "6.2")]
    public Task A_request_URI_that_is_not_ours_is_refused_by_its_own_name(string uri) => IsToldAsync("invalid_request_uri", ("request_uri", uri));

    [Theory]
    [InlineData("https://no-such-api.example")]
    [InlineData("not-absolute")]
    [InlineData("https://api.example/#fragment")]
    [Spec("RFC 8707", "2")]
    public Task A_resource_nobody_knows_is_refused(string resource) => IsToldAsync("invalid_target", ("resource", resource));

    [Theory]
    [InlineData("no-token-at-all")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.")]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public Task An_id_token_hint_that_is_not_ours_is_refused(string hint) => IsToldAsync("invalid_request", ("id_token_hint", hint));

    [Fact]
    public async Task A_client_without_the_code_grant_is_refused()
    {
        var client = await scene.RegisterAsync(TestClient.Appointments with { ClientId = "machine", GrantTypes = ["client_credentials"] }, consented: false);

        await IsToldAsync("unauthorized_client", client.AuthorizeUrl());
    }

    private Task IsToldAsync(string error, params (string, string?)[] changes) => IsToldAsync(error, scene.Client.AuthorizeUrl(changes));

    private async Task IsToldAsync(string error, string url)
    {
        var before = await scene.RowsAsync();

        using var response = await scene.Browser.GetAsync(url);

        var answer = TestClient.Answer(response);
        Assert.StartsWith(TestClient.RedirectUri + "?", response.Headers.Location!.OriginalString, StringComparison.Ordinal); // There is an answer.
        Assert.EndsWith("#", response.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Equal(error, answer["error"]);
        Assert.Equal("state-of-the-application", answer["state"]);
        Assert.Equal(TestProvider.Issuer.AbsoluteUri, answer["iss"]);
        Assert.Empty(answer.Keys.Except(["error", "error_description", "state", "iss"]));
        Assert.Equal(before, await scene.RowsAsync());
    }
}
