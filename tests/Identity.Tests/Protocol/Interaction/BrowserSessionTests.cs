using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

/// <summary>Who the provider takes a browser for.</summary>
public abstract class BrowserSessionTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base64 at all")]
    [InlineData("%00")]
    public async Task A_forged_cookie_is_nobody(string value)
    {
        using var forger = Provider.Browser();
        forger.Cookies.Add(TestProvider.Issuer, new System.Net.Cookie("session", Uri.EscapeDataString(value)));

        Assert.Equal("login_required", await SilentlyAsync(forger));
    }

    [Fact]
    public async Task A_cookie_with_one_letter_changed_is_nobody()
    {
        var key = Key();
        using var forger = Provider.Browser();
        forger.Cookies.Add(TestProvider.Issuer, new System.Net.Cookie("session", (key[0] == 'A' ? 'B' : 'A') + key[1..]));

        Assert.Equal("login_required", await SilentlyAsync(forger));
    }

    [Fact]
    public async Task A_cookie_of_another_provider_is_nobody()
    {
        await using var elsewhere = await TestProvider.StartAsync();
        using var visitor = elsewhere.Browser();
        await elsewhere.SignInAsync(visitor, await elsewhere.CreateAccountAsync());
        using var foreign = Provider.Browser();
        foreign.Cookies.Add(TestProvider.Issuer, new System.Net.Cookie("session", visitor.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value)); // Just signed in.

        Assert.Equal("login_required", await SilentlyAsync(foreign));
    }

    [Fact]
    public async Task A_session_nobody_uses_ends_after_half_an_hour()
    {
        Provider.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("code", await SilentlyAsync(Browser));
        Provider.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("code", await SilentlyAsync(Browser));

        Provider.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("login_required", await SilentlyAsync(Browser));
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        for (var minutes = 0; minutes < 700; minutes += 20)
        {
            Provider.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("code", await SilentlyAsync(Browser));
        }

        Provider.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("login_required", await SilentlyAsync(Browser));
    }

    [Fact]
    public async Task Its_last_use_is_written_at_most_once_a_minute()
    {
        using var recorder = new StatementRecorder(Provider);
        await SilentlyAsync(Browser);
        Assert.DoesNotContain("sessions.touch", recorder.Take());

        Provider.Clock.Advance(TimeSpan.FromSeconds(60));
        await SilentlyAsync(Browser);
        Assert.Single(recorder.Take(), "sessions.touch");
        Provider.Clock.Advance(TimeSpan.FromSeconds(59));
        await SilentlyAsync(Browser);
        Assert.DoesNotContain("sessions.touch", recorder.Take());
    }

    [Fact]
    public async Task Signing_in_again_gives_a_new_key_and_ends_the_old_one()
    {
        var old = Key();
        using var thief = Provider.Browser();
        thief.Cookies.Add(TestProvider.Issuer, new System.Net.Cookie("session", old));
        Assert.Equal("code", await SilentlyAsync(thief));

        await Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password));

        Assert.NotEqual(old, Key());
        Assert.Equal("code", await SilentlyAsync(Browser));
        Assert.Equal("login_required", await SilentlyAsync(thief));
    }

    [Fact]
    public async Task A_key_given_to_a_browser_before_sign_in_is_not_the_one_after_it()
    {
        using var victim = Provider.Browser();
        victim.Cookies.Add(TestProvider.Issuer, new System.Net.Cookie("session", "planted-by-an-attacker-planted-by-an-attack"));

        await Provider.VisitAsync(victim, context => Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password));

        Assert.NotEqual("planted-by-an-attacker-planted-by-an-attack", victim.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value); // Just signed in.
    }

    [Fact]
    public async Task Tokens_of_the_same_person_go_on_when_they_sign_in_again_and_those_of_another_end()
    {
        var tokens = await TokensAsync();

        await Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password));
        using var alive = await UserInfoAsync(tokens["access_token"]!); // The exchange was valid.
        Assert.True(alive.IsSuccessStatusCode);

        var bob = await Provider.CreateAccountAsync("bob@example.test");
        await Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignInAsync(context, bob, ProofMethod.Password));
        using var dead = await UserInfoAsync(tokens["access_token"]!); // As above.
        Assert.False(dead.IsSuccessStatusCode);
    }

    [Fact]
    [Spec("RFC 6265bis", "4.1.3.2")]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        string? set = null;
        await Provider.VisitAsync(Browser, async context =>
        {
            await Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password);
            set = context.Response.Headers.SetCookie.ToString();
        }, https: true);

        Assert.StartsWith("__Host-session=", set, StringComparison.Ordinal);
        foreach (var attribute in new[] { "path=/", "secure", "httponly", "samesite=lax" })
            Assert.Contains($"; {attribute}", set, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", set, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", set, StringComparison.Ordinal);
    }

    private string Key() => Browser.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value; // Alice is signed in.

    private async Task<string> SilentlyAsync(TestBrowser browser)
    {
        using var response = await browser.GetAsync(Client.AuthorizeUrl(("prompt", "none")));
        var answer = TestClient.Answer(response);
        return answer.ContainsKey("code") ? "code" : answer["error"];
    }

    public sealed class OnSqlite() : BrowserSessionTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : BrowserSessionTests(StorageProvider.Postgres);
}
