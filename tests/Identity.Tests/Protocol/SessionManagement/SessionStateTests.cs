using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.SessionManagement;

[Spec("OpenID Connect Session Management", "2")]
public sealed class SessionStateTests() : ProtocolTest(StorageProvider.Sqlite)
{
    protected override (string, string)[] Settings => [("Protocol:SessionManagement", "true")];

    [Fact]
    [Spec("OpenID Connect Session Management", "3.2")]
    public async Task Is_the_hash_of_the_client_its_origin_the_state_of_the_browser_and_the_salt()
    {
        var answer = await AuthorizeAsync();

        Assert.NotEmpty(answer["code"]);
        Assert.Equal(Expected("appointments", "https://appointments.example", answer["session_state"]), answer["session_state"]);
        Assert.DoesNotContain(' ', answer["session_state"]);
    }

    [Fact]
    public async Task Names_a_port_that_is_not_usual_with_the_origin()
    {
        var client = await RegisterAsync(TestClient.Appointments with { ClientId = "other", ClientName = "Other", RedirectUris = ["http://localhost:5101/callback"] });

        var answer = await AuthorizeAsync(client);

        Assert.Equal(Expected("other", "http://localhost:5101", answer["session_state"]), answer["session_state"]);
    }

    [Fact]
    public async Task Has_another_salt_each_time() => Assert.NotEqual((await AuthorizeAsync())["session_state"], (await AuthorizeAsync())["session_state"]);

    [Fact]
    public async Task Comes_with_an_error_too_where_somebody_is_signed_in()
    {
        var answer = await AuthorizeAsync(("prompt", "none"), ("max_age", "0"));

        Assert.NotEmpty(answer["error"]);
        Assert.Equal(Expected("appointments", "https://appointments.example", answer["session_state"]), answer["session_state"]);
    }

    [Fact]
    public async Task Comes_by_a_form_too()
    {
        var page = await Browser.OpenAsync(Client.AuthorizeUrl(("response_mode", "form_post")));

        Assert.NotNull(page.Field("session_state"));
    }

    [Fact]
    public async Task Is_not_there_where_nobody_is_signed_in()
    {
        using var stranger = Provider.Browser();
        using var response = await stranger.GetAsync(Client.AuthorizeUrl(("prompt", "none")));

        Assert.DoesNotContain("session_state", TestClient.Answer(response).Keys);
        Assert.Null(State(stranger));
    }

    [Fact]
    public async Task Is_not_for_who_does_not_ask_who_somebody_is() =>
        Assert.DoesNotContain("session_state", (await AuthorizeAsync(("scope", "profile"), ("nonce", null))).Keys);

    [Fact]
    [Spec("OpenID Connect Session Management", "3.2")]
    public async Task The_cookie_is_for_script_and_opens_nothing()
    {
        await AuthorizeAsync();

        var cookie = Browser.Cookies.GetCookies(TestProvider.Issuer)[BrowserCookies.State];
        Assert.False(cookie?.HttpOnly);
        Assert.DoesNotContain(cookie!.Value, Browser.Cookies.GetCookies(TestProvider.Issuer)[BrowserCookies.Session]!.Value, StringComparison.Ordinal); // Both were given.
        Assert.Equal(32, cookie.Value.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Spec("OpenID Connect Session Management", "3.2")]
    public async Task The_state_stays_while_the_session_does_and_is_another_after_another_sign_in(bool same)
    {
        await AuthorizeAsync();
        var before = State(Browser);
        await AuthorizeAsync();
        Assert.Equal(before, State(Browser));

        var account = same ? Alice : await Provider.CreateAccountAsync("bob@example.test");
        await Provider.SignInAsync(Browser, account, ProofMethod.Password);
        await AuthorizeAsync(("prompt", "none"));

        Assert.NotEqual(before, State(Browser));
    }

    [Fact]
    [Spec("OpenID Connect Session Management", "3.2")]
    public async Task The_state_goes_when_the_person_signs_out_or_their_time_runs_out()
    {
        await AuthorizeAsync();
        Assert.NotNull(State(Browser));
        using var page = await Browser.PostAsync("sign-out", (await Browser.OpenAsync("sign-out")).Hidden);
        Assert.Null(State(Browser));

        await Provider.SignInAsync(Browser, Alice, ProofMethod.Password);
        await AuthorizeAsync();
        Assert.NotNull(State(Browser));
        Provider.Clock.Advance(TimeSpan.FromHours(13));
        await AuthorizeAsync(("prompt", "none"));
        Assert.Null(State(Browser));
    }

    [Fact]
    [Spec("OpenID Connect Session Management", "3.3")]
    public async Task The_framed_page_is_advertised_and_may_be_framed_by_anybody_and_do_nothing_else()
    {
        var document = JsonDocument.Parse(await Http.GetStringAsync(".well-known/openid-configuration", TestContext.Current.CancellationToken)).RootElement;
        using var response = await Http.GetAsync(document.GetProperty("check_session_iframe").GetString(), TestContext.Current.CancellationToken);

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var script = html.Split("<script>")[1].Split("</script>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Equal($"default-src 'none'; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains($"\"{BrowserCookies.State}=\"", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
    }

    [Fact]
    public async Task No_other_page_may_be_framed()
    {
        using var response = await Browser.GetAsync("help");

        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task The_page_of_cookies_names_it() =>
        Assert.Contains($"It is called {BrowserCookies.State} .", (await Browser.OpenAsync("cookies?lang=en")).Words, StringComparison.Ordinal);

    private string Expected(string client, string origin, string told)
    {
        var salt = told.Split('.')[1];
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{client} {origin} {State(Browser)} {salt}"))) + "." + salt;
    }

    private static string? State(TestBrowser browser) => browser.Cookies.GetCookies(TestProvider.Issuer)[BrowserCookies.State]?.Value is { Length: > 0 } value ? value : null;
}

/// <summary>By default there is nothing of it.</summary>
public sealed class WithoutSessionManagementTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Fact]
    [Spec("OpenID Connect Session Management", "2")]
    public async Task Nothing_of_it_is_said_given_or_served()
    {
        var document = await scene.Http.GetStringAsync(".well-known/openid-configuration", TestContext.Current.CancellationToken);
        using var page = await scene.Http.GetAsync("check-session", TestContext.Current.CancellationToken);
        var answer = await scene.AuthorizeAsync();

        Assert.DoesNotContain("check_session_iframe", document, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("session_state", answer.Keys);
        Assert.DoesNotContain(scene.Browser.Cookies.GetCookies(TestProvider.Issuer), cookie => cookie.Name == BrowserCookies.State);
    }
}
