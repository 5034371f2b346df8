using System.Net;
using System.Text.RegularExpressions;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Cookies;

/// <summary>The page names every cookie that a person's browser is given, how long it stays, and no other.</summary>
public sealed partial class CookiePageTests : JourneyTest
{
    [Fact]
    public async Task It_lists_what_a_whole_journey_leaves_behind()
    {
        var email = await ComeFromApplicationAsync(("ui_locales", "en"));
        // A problem, which is remembered until the page is shown again: so it is looked for before that.
        using (await Browser.PostAsync(email.Address.PathAndQuery, email.Hidden.Append(new("Email", ""))))
            Assert.NotNull(Browser.Cookies.GetCookies(TestProvider.Issuer)["problems"]);
        var given = Names();
        await SignInAsync(await Browser.OpenAsync(email.Path));
        given.UnionWith(Names());
        await TrustAsync();
        given.UnionWith(Names());

        var page = await Browser.OpenAsync("cookies");

        Assert.Equal(given.Order(), Listed().Matches(page.Html).Select(name => name.Groups[1].Value).Order());
    }

    [Theory]
    [InlineData("device", "It stays for one year.")]
    [InlineData("locale", "It stays for one year if you chose it, otherwise until you close the browser.")]
    [InlineData("session", "It stays until you sign out, and 12 hours at most.")]
    [InlineData("trusted", "It stays for 30 days after you choose it.")]
    [InlineData("browser", "It stays until you close the browser.")]
    [InlineData("form", "It stays until you close the browser.")]
    public async Task It_says_how_long_each_stays(string name, string life)
    {
        await Browser.OpenAsync("help?lang=en");
        await SignInAsync(await ComeFromApplicationAsync());
        await TrustAsync();
        var cookie = Browser.Cookies.GetCookies(TestProvider.Issuer)[name]!; // The journey before has shown it.

        var page = await Browser.OpenAsync("cookies");

        Assert.Contains($"{life} It is called {name} .", page.Words, StringComparison.Ordinal);
        Assert.Equal(life.Contains("year", StringComparison.Ordinal) || life.Contains("days", StringComparison.Ordinal), cookie.Expires > DateTime.UnixEpoch);
        Assert.True(cookie.HttpOnly);
    }

    private HashSet<string> Names() => [.. Browser.Cookies.GetCookies(TestProvider.Issuer).Cast<Cookie>().Select(cookie => cookie.Name)];

    [GeneratedRegex("It is called <strong>([^<]+)</strong>")]
    private static partial Regex Listed();

    /// <summary>Alice gets an app, signs in once more, and trusts this browser.</summary>
    private async Task TrustAsync()
    {
        var app = await Provider.Credentials.AddAppAsync(Alice);
        await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));
        var code = await SignInAsync(await ComeFromApplicationAsync());
        await Browser.SubmitAsync(code, ("Code", app.CodeAt(Provider.Clock.GetUtcNow())), ("Trust", "yes"));
    }
}
