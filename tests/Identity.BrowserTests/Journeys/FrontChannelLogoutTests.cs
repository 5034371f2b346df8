using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Partners;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Whoever signs out is led past the frames of an application that they were signed in to.</summary>
[Spec("OpenID Connect Front-Channel Logout", "3")]
public sealed class FrontChannelLogoutTests(Browser browser, OpenProvider provider) : IClassFixture<OpenProvider>
{
    private const string Site = "https://appointments.example/";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_application_is_told_and_then_gone_back_to_by_itself(bool script)
    {
        await provider.Get<ClientStore>().SaveAsync(RunningProvider.Client.Registration with { FrontchannelLogoutUri = Site + "frame" }, "test", TestContext.Current.CancellationToken);
        await using var visitor = await browser.OpenAsync(script ? Screen.Wide : Screen.WithoutScript);
        var asked = new List<string>();
        await visitor.Context.RouteAsync(url => url.StartsWith(Site, StringComparison.Ordinal), route =>
        {
            asked.Add(route.Request.Url);
            return route.FulfillAsync(new() { Body = "<h1>Appointments</h1>", ContentType = "text/html" });
        });
        var walker = new Walker(provider, visitor, "en");
        await walker.SharesAsync();
        await walker.AuthorizeAsync();

        await walker.GoAsync($"/end-session?client_id=appointments&post_logout_redirect_uri={Site}signed-out&state=mine");
        await visitor.ClickButtonAsync("Sign out");

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(Site + "signed-out?state=mine#");
        Assert.Collection(asked.SkipWhile(url => url.Contains("/callback", StringComparison.Ordinal)),
            frame => Assert.Matches("^https://appointments.example/frame\\?iss=[^&]+&sid=[\\w-]{32}$", frame),
            back => Assert.StartsWith(Site + "signed-out?state=mine", back, StringComparison.Ordinal));
    }
}
