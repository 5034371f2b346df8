using System.Web;
using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Partners;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>An application asks the provider's framed page whether somebody is still signed in.</summary>
[Spec("OpenID Connect Session Management", "3.1")]
public sealed class SessionManagementTests(Browser browser, WatchedProvider provider) : IClassFixture<WatchedProvider>
{
    [Fact]
    public async Task The_frame_says_whether_the_session_is_the_same_and_knows_what_is_no_question()
    {
        var address = PartnerSite.Free;
        var client = PartnerSite.ClientOf(address);
        await provider.Get<ClientStore>().SaveAsync(client.Registration with { FrontchannelLogoutUri = null }, "test", TestContext.Current.CancellationToken);
        await using var site = await PartnerSite.StartAsync(address, new Dictionary<string, string>
        {
            ["/watch"] = $"<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><h1>Watching</h1><iframe src=\"{provider.Address}check-session\"></iframe>",
        });
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var walker = new Walker(provider, visitor, "en");
        await walker.SharesAsync();
        await walker.GoAsync("/" + client.AuthorizeUrl());
        var state = HttpUtility.ParseQueryString(new Uri(visitor.Page.Url).Query)["session_state"];
        await visitor.GoAsync(address, "/watch");

        Assert.Equal("unchanged", await AskAsync(visitor, $"appointments {state}"));
        Assert.Equal("changed", await AskAsync(visitor, $"somebody-else {state}"));
        Assert.Equal("error", await AskAsync(visitor, "appointments"));
        Assert.Equal("error", await AskAsync(visitor, $"appointments {state} more"));

        await walker.GoAsync("/sign-out");
        await visitor.ClickButtonAsync("Sign out");
        await visitor.SeeAsync("You are signed out");
        await visitor.GoAsync(address, "/watch");

        Assert.Equal("changed", await AskAsync(visitor, $"appointments {state}"));
    }

    private Task<string> AskAsync(Visitor visitor, string question) => visitor.Page.EvaluateAsync<string>(
        """
        ([question, origin]) => new Promise((done) => {
          addEventListener("message", (event) => event.origin === origin && done(event.data), { once: true });
          document.querySelector("iframe").contentWindow.postMessage(question, origin);
        })
        """, new[] { question, provider.Address.GetLeftPart(UriPartial.Authority) });
}

/// <summary>The provider where applications may ask whether somebody is still signed in.</summary>
public sealed class WatchedProvider() : RunningProvider("default")
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?> { ["Protocol:SessionManagement"] = bool.TrueString };
}
