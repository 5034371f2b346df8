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
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_application_is_told_and_then_gone_back_to_by_itself(bool script)
    {
        var address = PartnerSite.Free;
        var client = PartnerSite.ClientOf(address);
        await provider.Get<ClientStore>().SaveAsync(client.Registration, "test", TestContext.Current.CancellationToken);
        await using var site = await PartnerSite.StartAsync(address);
        await using var visitor = await browser.OpenAsync(script ? Screen.Wide : Screen.WithoutScript);
        var walker = new Walker(provider, visitor, "en");
        await walker.SharesAsync();
        await walker.GoAsync("/" + client.AuthorizeUrl());

        await walker.GoAsync($"/end-session?client_id=appointments&post_logout_redirect_uri={client.Registration.PostLogoutRedirectUris[0]}&state=mine");
        await visitor.ClickButtonAsync("Sign out");

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Uri(address, "signed-out?state=mine#").AbsoluteUri);
        Assert.Collection(site.Asked,
            callback => Assert.StartsWith("/callback?code=", callback, StringComparison.Ordinal),
            frame => Assert.Matches("^/frame\\?iss=[^&]+&sid=[\\w-]{32}$", frame),
            back => Assert.Equal("/signed-out?state=mine", back));
    }
}
