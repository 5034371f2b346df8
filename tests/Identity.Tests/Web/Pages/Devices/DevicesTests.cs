using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Devices;

/// <summary>Alice looks with one browser at where she is signed in.</summary>
public sealed partial class DevicesTests : JourneyTest
{
    [Fact]
    public async Task Who_is_not_signed_in_does_that_first_and_comes_back()
    {
        var page = await SignInAsync(await Browser.OpenAsync("account/devices"));

        Assert.Equal(("/account/devices", "Your devices – Identity"), (page.Path, page.Title));
    }

    [Fact]
    public async Task Each_device_is_named_with_its_last_use_and_this_one_first()
    {
        await StartAsync("Firefox/Android");
        Provider.Clock.Advance(TimeSpan.FromMinutes(3));
        await Provider.SignInAsync(Browser, Alice);
        await StartAsync("Safari/iPhone");

        var page = await Browser.OpenAsync("account/devices");

        Assert.Matches("Unknown device +Now, this device.*Safari on iPhone +Last used at.*Firefox on Android +Last used at", page.Words);
    }

    [Theory]
    [InlineData("Firefox/Android", "Firefox on Android")]
    [InlineData("/Windows", "Browser on Windows")]
    [InlineData("Opera/", "Opera")]
    [InlineData("/", "Unknown device")]
    [InlineData("", "Unknown device")]
    public async Task What_is_not_known_of_a_device_is_left_out(string device, string name)
    {
        await Provider.SignInAsync(Browser, Alice);
        await StartAsync(device);

        Assert.Matches($"{name} +Last used at", (await Browser.OpenAsync("account/devices")).Words);
    }

    [Fact]
    public async Task Home_leads_there_and_who_is_signed_in_nowhere_else_reads_that()
    {
        await Provider.SignInAsync(Browser, Alice);
        Assert.Contains("href=\"/account/devices\"", (await Browser.OpenAsync("/")).Html, StringComparison.Ordinal);

        var page = await Browser.OpenAsync("account/devices");

        Assert.Contains("You are not signed in on any other device.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign out all other devices", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_signed_out_after_a_question_and_its_application_with_it()
    {
        await Provider.ConsentAsync(Alice, Client.Registration);
        using var phone = Provider.Browser();
        await SignInAsync(phone, "Firefox/Android");
        var code = System.Web.HttpUtility.ParseQueryString((await phone.OpenAsync(Client.AuthorizeUrl())).Address.Query)["code"];
        await Provider.SignInAsync(Browser, Alice);

        var asked = await Browser.OpenAsync(SignOutLink().Match((await Browser.OpenAsync("account/devices")).Html).Value);
        Assert.Contains("Firefox on Android", asked.Words, StringComparison.Ordinal);
        var done = await Browser.SubmitAsync(asked);

        Assert.Equal("/account/devices", done.Path);
        Assert.Contains("Signed out: Firefox on Android.", done.Words, StringComparison.Ordinal);
        Assert.Contains("You are not signed in on any other device.", done.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await phone.OpenAsync("/")).Path);
        using var http = Provider.Backchannel();
        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(http, code!)).Error); // There is one: she shares.
        Assert.DoesNotContain("Signed out:", (await Browser.OpenAsync("account/devices")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_others_are_signed_out_at_once_and_this_one_is_not()
    {
        using var phone = Provider.Browser();
        await SignInAsync(phone, "Firefox/Android");
        await StartAsync("Safari/iPhone");
        await Provider.SignInAsync(Browser, Alice);

        var done = await Browser.SubmitAsync(await Browser.OpenAsync("account/devices"));

        Assert.Contains("All other devices are signed out.", done.Words, StringComparison.Ordinal);
        Assert.Contains("You are not signed in on any other device.", done.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await phone.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task What_is_another_citizens_leads_back_and_goes_on()
    {
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        var bobs = await Provider.Get<SessionStore>().StartAsync(bob, ProofMethod.Password, null, TestContext.Current.CancellationToken);
        var mine = await StartAsync("Firefox/Android");
        await Provider.SignInAsync(Browser, Alice);
        var form = await Browser.OpenAsync($"account/devices/{mine:D}/sign-out");

        Assert.Equal("/account/devices", (await Browser.OpenAsync($"account/devices/{bobs.Session.Id:D}/sign-out")).Path);
        using var posted = await Browser.PostAsync($"account/devices/{bobs.Session.Id:D}/sign-out", form.Hidden);

        Assert.Equal("/account/devices", posted.Headers.Location?.OriginalString.Split('#')[0]);
        Assert.NotNull(await Provider.Get<SessionStore>().FindAsync(bobs.Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_has_ended_meanwhile_leads_back()
    {
        var phone = await StartAsync("Firefox/Android");
        await Provider.SignInAsync(Browser, Alice);
        var asked = await Browser.OpenAsync($"account/devices/{phone:D}/sign-out");
        await Browser.SubmitAsync(asked);

        var again = await Browser.SubmitAsync(asked);

        Assert.Equal(("/account/devices", HttpStatusCode.OK), (again.Path, again.Status));
        Assert.DoesNotContain("Signed out:", again.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of-another-day")]
    [InlineData("%F0%9F%94%91")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_id_that_is_none_leads_back(string id)
    {
        await Provider.SignInAsync(Browser, Alice);

        Assert.Equal("/account/devices", (await Browser.OpenAsync($"account/devices/{id}/sign-out")).Path);
    }

    [Fact]
    public async Task This_very_device_is_signed_out_as_ever()
    {
        await Provider.SignInAsync(Browser, Alice);
        var here = (await Provider.Get<SessionStore>().FindAsync(Browser.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value, TestContext.Current.CancellationToken))!; // She is signed in.

        Assert.Equal("/sign-out", (await Browser.OpenAsync($"account/devices/{here.Id:D}/sign-out")).Path);
    }

    [Fact]
    public async Task Whose_own_session_has_ended_signs_nobody_out()
    {
        using var phone = Provider.Browser();
        await Provider.SignInAsync(Browser, Alice);
        await StartAsync("Firefox/Android");
        var form = await Browser.OpenAsync("account/devices");
        Provider.Clock.Advance(TimeSpan.FromMinutes(31));
        await SignInAsync(phone, "Safari/iPhone");

        var page = await Browser.SubmitAsync(form);

        Assert.StartsWith("/sign-in/", page.Path, StringComparison.Ordinal);
        Assert.Equal("/", (await phone.OpenAsync("/")).Path);
    }

    private async Task<Guid> StartAsync(string device) => (await BeginAsync(device)).Session.Id;

    private async Task SignInAsync(TestBrowser browser, string device) =>
        browser.Cookies.Add(TestProvider.Issuer, new Cookie("session", (await BeginAsync(device)).Key));

    private Task<StartedSession> BeginAsync(string device) => Provider.Get<SessionStore>().StartAsync(
        Alice, Proofs.Of(new Proof(ProofMethod.Password, Provider.Clock.GetUtcNow())), null, device, TestContext.Current.CancellationToken);

    [GeneratedRegex("/account/devices/[0-9a-f-]{36}/sign-out")]
    private static partial Regex SignOutLink();
}
