using System.Net;
using System.Security.Claims;
using Identity.Demo.HealthRecord;
using Identity.Demo.HealthRecord.Pages;
using Identity.Demo.RelyingParty;
using Identity.Testing;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>What the page of private notes does with an answer of the records API.</summary>
[Spec("RFC 9470", "4")]
public sealed class NotesPageTests : IDisposable
{
    private const string Challenge = "Bearer error=\"insufficient_user_authentication\", acr_values=\"aal2\", max_age=\"600\"";

    private readonly FakeTimeProvider clock = new();
    private readonly MemoryCache cache = new(new MemoryCacheOptions());
    private readonly RecordsApi api = new();

    [Fact]
    public async Task A_sign_in_that_is_not_enough_is_sent_to_the_provider_and_comes_back_to_this_page()
    {
        api.Challenge = Challenge;

        var (page, result) = await OpenAsync("aal1");

        var challenge = Assert.IsType<ChallengeResult>(result);
        Assert.Equal((new StepUp("aal2", 600), "/notes"), (StepUp.Of(challenge.Properties), challenge.Properties?.RedirectUri));
        Assert.Null(page.Notes);
    }

    [Fact]
    public async Task The_token_is_not_renewed_for_it_as_a_new_one_tells_of_the_same_sign_in()
    {
        api.Challenge = Challenge;

        await OpenAsync("aal1");

        Assert.Equal(1, api.Asked);
    }

    [Fact]
    public async Task A_sign_in_that_is_enough_and_refused_all_the_same_is_not_sent_round_in_a_circle()
    {
        api.Challenge = Challenge;

        var (page, result) = await OpenAsync("aal2");

        Assert.IsType<PageResult>(result);
        Assert.Equal((StatusCodes.Status503ServiceUnavailable, true), (page.Response.StatusCode, page.Notes is null));
    }

    [Fact]
    public async Task Once_it_is_too_old_it_is_asked_for_again()
    {
        api.Challenge = Challenge;

        var (_, result) = await OpenAsync("aal2", TimeSpan.FromSeconds(601));

        Assert.IsType<ChallengeResult>(result);
    }

    [Fact]
    public async Task What_the_api_answers_is_shown()
    {
        var (page, result) = await OpenAsync("aal2");

        Assert.IsType<PageResult>(result);
        Assert.Equal("To be read by two.", Assert.Single(page.Notes ?? []).Text);
    }

    public void Dispose()
    {
        cache.Dispose();
        api.Dispose();
    }

    private async Task<(NotesModel Page, IActionResult Result)> OpenAsync(string acr, TimeSpan age = default)
    {
        var identity = new ClaimsIdentity([new("acr", acr), new("auth_time", $"{(clock.GetUtcNow() - age).ToUnixTimeSeconds()}")], "test");
        var sessions = new SessionTokens(cache, clock);
        sessions.Add(identity, new OpenIdConnectMessage { AccessToken = "a-token", ExpiresIn = "300" });
        using var http = new HttpClient(api, disposeHandler: false) { BaseAddress = new Uri("http://localhost:5103") };
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        var tokens = new AccessTokens(sessions, services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>(), Profile);
        var page = new NotesModel(new RecordsClient(http, tokens, NullLogger<RecordsClient>.Instance), clock)
        {
            PageContext = new PageContext { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(identity) } },
        };
        return (page, await page.OnGetAsync(TestContext.Current.CancellationToken));
    }

    private RelyingPartyProfile Profile => new()
    {
        Authority = new("http://localhost:5000"),
        Address = new("http://localhost:5102"),
        ClientId = HealthRecordApp.ClientId,
        Authentication = new ClientSecretBasic(HealthRecordApp.ClientId, ""),
        Scopes = [],
        IdTokenAlgorithm = "ES256",
        Pages = "HealthRecord",
        Home = "/record",
    };

    /// <summary>Answers with one note, or with a challenge.</summary>
    private sealed class RecordsApi : HttpMessageHandler
    {
        public string? Challenge { get; set; }

        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            var answer = new HttpResponseMessage(Challenge is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
            if (Challenge is null)
                answer.Content = new StringContent("""[{"written":"2026-03-06","doctor":"Dr Parry","text":"To be read by two."}]""", null, "application/json");
            else
                answer.Headers.WwwAuthenticate.ParseAdd(Challenge);
            return Task.FromResult(answer);
        }
    }
}
