using System.Security.Claims;
using Identity.Demo.RelyingParty;
using Identity.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>What an application does with what a provider sends back.</summary>
[Spec("RFC 9470", "5")]
public sealed class SignInEventsTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.Zero));
    private readonly AuthenticationProperties asked = new StepUp("aal2", 600).Properties("/notes", "/notes-closed");

    [Theory]
    [InlineData("aal1", 0)]
    [InlineData("phr", 0)]
    [InlineData("aal2", 661)]
    public async Task A_sign_in_of_less_than_was_asked_for_is_none_and_says_so_as_the_provider_would(string acr, int secondsAgo)
    {
        var context = await ValidateAsync(acr, secondsAgo, asked);

        Assert.Equal(StepUp.Unmet, context.Result?.Failure?.Data["error"]);
        Assert.Null(context.Principal?.FindFirst("session"));
    }

    [Theory]
    [InlineData("aal2", 0)]
    [InlineData("aal2", 660)]
    public async Task A_sign_in_of_what_was_asked_for_is_one_even_after_a_slow_way_back(string acr, int secondsAgo)
    {
        var context = await ValidateAsync(acr, secondsAgo, asked);

        Assert.Null(context.Result);
        Assert.NotNull(context.Principal?.FindFirst("session"));
    }

    [Fact]
    public async Task Where_nothing_was_asked_for_every_sign_in_is_one() =>
        Assert.Null((await ValidateAsync("aal1", 36_000, new())).Result);

    [Theory]
    [InlineData(StepUp.Unmet, true, "/notes-closed")]
    [InlineData(StepUp.Unmet, false, "/problem?error=unmet_authentication_requirements")]
    [InlineData("server_error", true, "/problem?error=server_error")]
    public async Task Only_what_stays_closed_for_that_reason_is_said_to(string error, bool wasAsked, string page)
    {
        var context = new RemoteFailureContext(Http(), Scheme, new OpenIdConnectOptions(), new OpenIdConnectProtocolException { Data = { ["error"] = error } })
        {
            Properties = wasAsked ? asked : new(),
        };

        await new RelyingPartyEvents().RemoteFailure(context);

        Assert.Equal(page, context.Response.Headers.Location);
    }

    private static AuthenticationScheme Scheme => new("test", null, typeof(OpenIdConnectHandler));

    private async Task<TokenValidatedContext> ValidateAsync(string acr, int secondsAgo, AuthenticationProperties properties)
    {
        var identity = new ClaimsIdentity([new("acr", acr), new("auth_time", $"{clock.GetUtcNow().ToUnixTimeSeconds() - secondsAgo}")], "test");
        var context = new TokenValidatedContext(Http(), Scheme, new OpenIdConnectOptions(), new ClaimsPrincipal(identity), properties)
        {
            TokenEndpointResponse = new OpenIdConnectMessage { AccessToken = "a-token", ExpiresIn = "300" },
        };
        await new RelyingPartyEvents().TokenValidated(context);
        return context;
    }

    private DefaultHttpContext Http() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().AddMemoryCache().AddSingleton<TimeProvider>(clock).AddSingleton<SessionTokens>().BuildServiceProvider(),
    };
}
