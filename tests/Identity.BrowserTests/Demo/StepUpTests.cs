using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Identity.Demo.RelyingParty;
using Identity.Testing;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>How an application reads a challenge, asks for what it wants, and judges what comes back.</summary>
[Spec("RFC 9470", "4")]
public sealed class StepUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""Bearer error="insufficient_user_authentication", error_description="x", acr_values="aal2", max_age="600" """, "aal2", 600)]
    [InlineData("""Bearer error="insufficient_user_authentication", acr_values="phrh phr" """, "phrh phr", null)]
    [InlineData("""bearer max_age=5, ERROR="insufficient_user_authentication" """, "", 5)]
    [InlineData("""Bearer error_description="a, error=\"invalid_token\", b", error="insufficient_user_authentication", max_age="5" """, "", 5)]
    [InlineData("""Bearer error="insufficient_user_authentication", max_age="soon" """, "", null)]
    public void Reads_what_a_challenge_wants(string challenge, string acrValues, int? maxAge) =>
        Assert.Equal(new StepUp(acrValues, maxAge), Read(challenge));

    [Theory]
    [InlineData("""Bearer error="invalid_token", acr_values="aal2" """)]
    [InlineData("""Bearer error_description="error=insufficient_user_authentication" """)]
    [InlineData("""DPoP error="insufficient_user_authentication" """)]
    [InlineData("Bearer")]
    public void Every_other_challenge_wants_nothing(string challenge) => Assert.Null(Read(challenge));

    [Fact]
    [Spec("OpenID Connect Core", "5.5.1.1")]
    public void Asks_for_the_class_as_essential_and_for_its_age()
    {
        var request = new OpenIdConnectMessage();

        new StepUp("aal2 phr", 600).Ask(request);

        Assert.Equal(("aal2 phr", "600"), (request.AcrValues, request.MaxAge));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"id_token":{"acr":{"essential":true,"values":["aal2","phr"]}}}"""), JsonNode.Parse(request.GetParameter("claims"))));
    }

    [Fact]
    public void Asks_for_no_class_where_any_is_enough()
    {
        var request = new OpenIdConnectMessage();

        new StepUp("", 600).Ask(request);

        Assert.Equal(["max_age"], request.Parameters.Keys);
    }

    [Theory]
    [InlineData("aal2", 0, true)]
    [InlineData("phr", 600, true)]
    [InlineData("aal1", 0, false)]
    [InlineData(null, 0, false)]
    [InlineData("aal2", 601, false)]
    [InlineData("aal2", null, false)]
    [Spec("RFC 9470", "5")]
    public void Takes_only_what_it_asked_for(string? acr, int? secondsAgo, bool met) =>
        Assert.Equal(met, new StepUp("aal2 phr", 600).IsMetBy(Citizen(acr, secondsAgo), Now));

    [Fact]
    public void What_is_asked_for_outlasts_the_way_to_the_provider_and_back()
    {
        var asked = new StepUp("aal2", 600);

        var properties = asked.Properties("/notes", "/notes-closed");

        Assert.Equal((asked, "/notes", "/notes-closed"), (StepUp.Of(properties), properties.RedirectUri, StepUp.ClosedPage(properties)));
    }

    private static StepUp? Read(string challenge)
    {
        using var response = new HttpResponseMessage();
        response.Headers.WwwAuthenticate.Add(AuthenticationHeaderValue.Parse(challenge));
        return StepUp.Read(response.Headers.WwwAuthenticate);
    }

    private static ClaimsPrincipal Citizen(string? acr, int? secondsAgo)
    {
        var identity = new ClaimsIdentity();
        if (acr is not null) identity.AddClaim(new Claim("acr", acr));
        if (secondsAgo is { } ago) identity.AddClaim(new Claim("auth_time", $"{Now.ToUnixTimeSeconds() - ago}"));
        return new ClaimsPrincipal(identity);
    }
}
