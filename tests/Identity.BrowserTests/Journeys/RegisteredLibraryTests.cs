using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Identity.BrowserTests.Running;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Applications written with npm's oauth4webapi, which nobody has registered but they themselves.</summary>
public sealed class RegisteredLibraryTests(OpenProvider provider) : IClassFixture<OpenProvider>
{
    private const string Redirect = "http://localhost:9/callback";
    private const string After = "http://localhost:9/signed-out";

    [Theory]
    [InlineData("client_secret_basic", "RS256")]
    [InlineData("client_secret_post", "ES256")]
    [Spec("RFC 7591", "3.1")]
    [Spec("RFC 9126", "2")]
    [Spec("RFC 9207", "2.4")]
    public async Task A_client_that_was_given_a_secret_pushes_its_request(string method, string algorithm)
    {
        var result = await SignInAsync(signs: false, ("token_endpoint_auth_method", method), ("id_token_signed_response_alg", algorithm));

        Assert.Equal(["client_id", "request_uri"], Texts(result["parameters"]));
    }

    [Fact]
    [Spec("RFC 7523", "2.2")]
    [Spec("OpenID Connect Core", "5.3.2")]
    public async Task A_client_proves_itself_by_a_key_that_it_registered_and_reads_signed_user_info()
    {
        var result = await SignInAsync(signs: true,
            ("token_endpoint_auth_method", "private_key_jwt"), ("id_token_signed_response_alg", "ES256"), ("userinfo_signed_response_alg", "ES256"));

        Assert.Equal(["client_id", "request_uri"], Texts(result["parameters"]));
    }

    [Fact]
    [Spec("RFC 9101", "5.1")]
    public async Task A_client_signs_its_request_by_a_key_that_it_registered()
    {
        var result = await SignInAsync(signs: true,
            ("token_endpoint_auth_method", "private_key_jwt"), ("require_signed_request_object", true), ("request_object_signing_alg", "ES256"));

        Assert.Equal(["client_id", "request"], Texts(result["parameters"]));
    }

    [Fact]
    [Spec("RFC 8628", "3")]
    public async Task A_device_that_registered_itself_is_connected_by_a_citizen_and_stays_so_until_it_revokes()
    {
        var result = await RelyingParty.RunAsync("register-device.mjs", await SettingsAsync(new JsonObject
        {
            ["client_name"] = $"Scales {RandomNumberGenerator.GetHexString(16, lowercase: true)}",
            ["application_type"] = "native",
            ["token_endpoint_auth_method"] = "none",
            ["grant_types"] = new JsonArray("urn:ietf:params:oauth:grant-type:device_code", "refresh_token"),
        }));

        Assert.Equal("Alice Archer", (string?)result["userinfo"]?["name"]);
        Assert.Equal((string?)result["sub"], (string?)result["userinfo"]?["sub"]);
        Assert.Contains((string?)result["user_code"] ?? "?", (string?)result["complete"], StringComparison.Ordinal);
        Assert.Equal("invalid_grant", (string?)result["refresh_after_revocation"]);
    }

    private async Task<JsonNode> SignInAsync(bool signs, params (string Name, JsonNode Value)[] more)
    {
        var metadata = new JsonObject
        {
            ["client_name"] = $"Library {RandomNumberGenerator.GetHexString(16, lowercase: true)}",
            ["redirect_uris"] = new JsonArray(Redirect),
            ["post_logout_redirect_uris"] = new JsonArray(After),
            ["grant_types"] = new JsonArray("authorization_code", "refresh_token"),
        };
        foreach (var (name, value) in more)
            metadata[name] = value;
        var settings = await SettingsAsync(metadata);
        settings["signs"] = signs;

        var result = await RelyingParty.RunAsync("register.mjs", settings);

        Assert.Equal(provider.Address.AbsoluteUri, (string?)result["iss"]);
        Assert.Equal("Alice Archer", (string?)result["userinfo"]?["name"]);
        Assert.Equal((string?)result["sub"], (string?)result["userinfo"]?["sub"]);
        Assert.Null(result["userinfo"]?["email"]);
        Assert.True((bool?)result["introspection"]?["active"]);
        Assert.Equal((string?)result["client_id"], (string?)result["introspection"]?["client_id"]);
        Assert.True((bool?)result["refreshed"]?["active"]);
        Assert.True((bool?)result["refreshed"]?["rotated"]);
        Assert.False((bool?)result["active_after_revocation"]);
        Assert.Equal("invalid_grant", (string?)result["refresh_after_revocation"]);
        Assert.Equal("?state=out", (string?)result["signed_out"]);
        return result;
    }

    private async Task<JsonObject> SettingsAsync(JsonObject metadata)
    {
        var email = $"{RandomNumberGenerator.GetHexString(16, lowercase: true)}@example.test";
        await provider.CreateAccountAsync(email);
        return new()
        {
            ["issuer"] = provider.Address.AbsoluteUri,
            ["email"] = email,
            ["password"] = RunningProvider.Password,
            ["scope"] = "openid profile email offline_access",
            ["metadata"] = metadata,
        };
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(text => text!.GetValue<string>()).Order(); // The script writes it.
}
