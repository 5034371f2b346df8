using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Partners;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.SignOut;

[Spec("OpenID Connect Front-Channel Logout", "3")]
public sealed partial class TellingTests : JourneyTest
{
    private const string Return = "https://appointments.example/signed-out";

    [Fact]
    public async Task Signing_out_here_tells_the_application_by_a_hidden_frame_and_stays()
    {
        await ShareAsync("https://appointments.example/frame");

        var done = await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));

        var frame = Frame().Match(done.Html);
        Assert.Matches("^https://appointments.example/frame\\?iss=http[^&]+&sid=[\\w-]{32}$", WebUtility.HtmlDecode(frame.Groups["src"].Value));
        Assert.Contains(" hidden", frame.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-top-navigation", frame.Value, StringComparison.Ordinal);
        Assert.Contains("You are signed out", done.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", done.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_for_an_application_leads_on_to_it_by_a_link_by_itself_and_without_script()
    {
        await ShareAsync("https://appointments.example/frame");

        var ask = await Browser.OpenAsync($"end-session?client_id=appointments&post_logout_redirect_uri={Uri.EscapeDataString(Return)}&state=a%26b");
        var done = await Browser.SubmitAsync(ask);

        Assert.StartsWith("/sign-out/done/", done.Path, StringComparison.Ordinal);
        Assert.Single(Frame().Matches(done.Html));
        Assert.Contains($"href=\"{Return}?state=a%26b#\"", done.Html, StringComparison.Ordinal);
        Assert.Contains($"<noscript><meta http-equiv=\"refresh\" content=\"5; url={Return}?state=a%26b#\"></noscript>", done.Html, StringComparison.Ordinal);
        Assert.Contains("data-onward=", done.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_show_its_applications_and_nothing_else()
    {
        await ShareAsync("https://appointments.example/frame");
        var done = await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));

        using var again = await Browser.GetAsync(done.Path);

        var policy = Assert.Single(again.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-src https://appointments.example;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_the_application_is_gone_back_to_at_once()
    {
        await ShareAsync(null);

        var ask = await Browser.OpenAsync($"end-session?client_id=appointments&post_logout_redirect_uri={Uri.EscapeDataString(Return)}");
        var back = await Browser.SubmitAsync(ask);

        Assert.Equal(Return + "#", back.Address.OriginalString);
    }

    [Theory]
    [InlineData("/sign-out/done")]
    [InlineData("/sign-out/done/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/sign-out/done/%3Cscript%3E")]
    public async Task Who_opens_the_page_of_somebody_else_sees_that_they_are_signed_out_and_no_frame(string path)
    {
        using var response = await Browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("<iframe", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task ShareAsync(string? frame)
    {
        var registration = Client.Registration with { FrontchannelLogoutUri = frame };
        await Provider.RegisterAsync(registration);
        await Provider.ConsentAsync(Alice, registration);
        Assert.Contains("code=", (await SignInAsync(await ComeFromApplicationAsync())).Address.Query, StringComparison.Ordinal);
    }

    [GeneratedRegex("<iframe[^>]*\\ssrc=\"(?<src>[^\"]*)\"[^>]*></iframe>")]
    private static partial Regex Frame();
}
