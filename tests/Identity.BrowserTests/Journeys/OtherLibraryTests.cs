using System.Text.Json.Nodes;
using Identity.BrowserTests.Running;
using Identity.Demo;
using Identity.Demo.Appointments;
using Identity.Demo.HealthRecord;
using Identity.Demo.Hosting;
using Identity.Demo.RecordsApi;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>A relying party that another maker wrote: npm's openid-client against the running provider.</summary>
public sealed class OtherLibraryTests
{
    [Fact]
    [Spec("RFC 9126", "2")]
    [Spec("RFC 6749", "2.3.1")]
    [Spec("OpenID Connect Core", "5.3")]
    [Spec("RP-Initiated Logout", "2")]
    public async Task A_client_with_a_secret_signs_in_by_a_pushed_request_reads_user_info_and_signs_out()
    {
        await using var demo = await RunningDemo.StartAsync();

        var result = await RelyingParty.RunAsync("sign-in.mjs", Settings(demo.Options, AppointmentsApp.ClientId, demo.Options.Appointments, "ES256", new JsonObject
        {
            ["client_secret"] = AppointmentsApp.ClientSecret,
            ["scope"] = "openid profile email",
        }));

        Assert.Equal(["client_id", "request_uri"], result["parameters"]!.AsArray().Select(name => name!.GetValue<string>()).Order());
        Assert.Equal("Alice Archer", (string?)result["userinfo"]?["name"]);
        Assert.Equal((string?)result["sub"], (string?)result["userinfo"]?["sub"]);
        // Optional, and not ticked: not released.
        Assert.Null(result["userinfo"]?["email"]);
        Assert.Equal("?state=out", (string?)result["signed_out"]);
        Assert.Equal("login_required", (string?)result["silent_after_sign_out"]);
    }

    [Fact]
    [Spec("RFC 9101", "5.1")]
    [Spec("RFC 7523", "2.2")]
    [Spec("RFC 6749", "6")]
    [Spec("RFC 7009", "2.1")]
    [Spec("RFC 7662", "2.2")]
    public async Task A_client_with_a_key_signs_its_request_refreshes_and_after_revocation_nothing_works()
    {
        await using var demo = await RunningDemo.StartAsync();

        var result = await RelyingParty.RunAsync("sign-in.mjs", Settings(demo.Options, HealthRecordApp.ClientId, demo.Options.HealthRecord, "RS256", new JsonObject
        {
            ["jwk"] = JsonNode.Parse(HealthRecordApp.KeyText()),
            ["scope"] = "openid profile records offline_access",
            ["resource"] = demo.Options.RecordsApi.Origin(),
            ["api"] = new JsonObject { ["client_id"] = RecordsApiHost.ClientId, ["client_secret"] = RecordsApiHost.ClientSecret },
        }));

        Assert.Equal(["client_id", "request"], result["parameters"]!.AsArray().Select(name => name!.GetValue<string>()).Order());
        Assert.Equal((string?)result["sub"], (string?)result["refreshed"]?["sub"]);
        Assert.True((bool?)result["refreshed"]?["rotated"]);
        Assert.True((bool?)result["introspection"]?["active"]);
        Assert.Contains("records", ((string?)result["introspection"]?["scope"] ?? "").Split(' '));
        Assert.False((bool?)result["introspection_after_revocation"]?["active"]);
        Assert.Equal("invalid_grant", (string?)result["refresh_after_revocation"]);
    }

    private static JsonObject Settings(DemoOptions options, string clientId, Uri application, string algorithm, JsonObject more)
    {
        more["issuer"] = options.Provider.AbsoluteUri;
        more["client_id"] = clientId;
        more["id_token_signed_response_alg"] = algorithm;
        more["redirect_uri"] = new Uri(application, "/signin-oidc").AbsoluteUri;
        more["post_logout_redirect_uri"] = new Uri(application, "/signout-callback-oidc").AbsoluteUri;
        more["email"] = CitizenSteps.Alice;
        more["password"] = CitizenSteps.Password;
        return more;
    }
}
