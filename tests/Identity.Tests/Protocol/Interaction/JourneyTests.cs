using System.Net;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

/// <summary>What happens between the pages belongs to the browser that began it, and ends once.</summary>
[Spec("RFC 9700", "4.7")]
public abstract class JourneyTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    public async Task A_person_who_is_not_signed_in_is_asked_at_a_page_of_ours()
    {
        using var stranger = Provider.Browser();

        using var asked = await stranger.GetAsync(Client.AuthorizeUrl());

        Assert.Equal(22, InteractionKey(asked, "sign-in").Length);
        Assert.Contains("no-store", asked.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("state-of-the-application", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_another_browser_opens_nothing()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));
        var key = InteractionKey(asked, "sign-in");
        using var stranger = Provider.Browser();
        using var theirs = await stranger.GetAsync(Client.AuthorizeUrl());

        await ShowsAPageAsync(stranger, key);

        Assert.NotEmpty((await SignInAsync(asked))["code"]);
    }

    [Fact]
    public async Task The_key_opens_nothing_without_the_cookie()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));
        using var blocked = Provider.Browser();

        await ShowsAPageAsync(blocked, InteractionKey(asked, "sign-in"));
    }

    [Fact]
    public async Task An_interaction_is_answered_once()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));
        await SignInAsync(asked);

        await ShowsAPageAsync(Browser, InteractionKey(asked, "sign-in"));
        Assert.Contains("grants=1 ", await RowsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_tabs_that_end_one_interaction_one_gets_a_code_and_the_other_a_page()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "consent")));
        var key = InteractionKey(asked, "share");
        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.ConsentedAsync(interaction, CancellationToken.None));

        var tabs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Browser.GetAsync($"authorize?interaction={key}")));

        Assert.Single(tabs, tab => tab.StatusCode is HttpStatusCode.Redirect && TestClient.Answer(tab).ContainsKey("code"));
        Assert.Equal(3, tabs.Count(tab => tab.StatusCode is HttpStatusCode.BadRequest && tab.Headers.Location is null));
        Assert.Contains("grants=1 ", await RowsAsync(), StringComparison.Ordinal);
        foreach (var tab in tabs)
            tab.Dispose();
    }

    [Fact]
    public async Task Two_tabs_with_requests_of_their_own_do_not_meet()
    {
        using var first = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login"), ("state", "first")));
        using var second = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login"), ("state", "second")));

        Assert.Equal("second", (await SignInAsync(second))["state"]);
        Assert.Equal("first", (await SignInAsync(first))["state"]);
    }

    [Fact]
    public async Task An_interaction_is_forgotten_after_a_day()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));
        Provider.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));

        await ShowsAPageAsync(Browser, InteractionKey(asked, "sign-in"));
    }

    [Fact]
    public async Task A_redirect_URI_that_was_withdrawn_in_between_is_not_redirected_to()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));
        await Provider.RegisterAsync(Client.Registration with { RedirectUris = ["https://appointments.example/another"] });

        await ShowsAPageAsync(Browser, InteractionKey(asked, "sign-in"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../../../etc/passwd")]
    public async Task A_forged_key_opens_nothing(string key)
    {
        using var response = await Browser.GetAsync($"authorize?interaction={Uri.EscapeDataString(key)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public Task A_key_that_is_too_long_opens_nothing() => ShowsAPageAsync(Browser, new string('A', 5000));

    [Fact]
    public async Task A_key_beside_a_request_of_an_attacker_counts_alone()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login"), ("state", "mine")));
        var key = InteractionKey(asked, "sign-in");

        using var mixed = await Browser.GetAsync(Client.AuthorizeUrl(("state", "theirs"), ("interaction", key)));

        Assert.Equal(key, InteractionKey(mixed, "sign-in"));
        Assert.Equal("mine", (await SignInAsync(asked))["state"]);
    }

    [Fact]
    public async Task A_way_to_the_persons_own_account_is_no_authorization_request()
    {
        var key = "";
        await Provider.VisitAsync(Browser, async context => key = await Provider.Get<Interactions>().BeginOwnAsync(context));

        await ShowsAPageAsync(Browser, key);
    }

    private static async Task ShowsAPageAsync(TestBrowser browser, string key)
    {
        using var response = await browser.GetAsync($"authorize?interaction={key}");

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Null(response.Headers.Location);
    }

    public sealed class OnSqlite() : JourneyTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : JourneyTests(StorageProvider.Postgres);
}
