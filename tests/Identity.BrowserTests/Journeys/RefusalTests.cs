using Identity.BrowserTests.Running;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

public sealed class RefusalTests(Browser browser)
{
    [Theory, ClassData(typeof(Screens))]
    [Spec("RFC 6749", "4.1.2.1")]
    public async Task A_citizen_who_does_not_share_comes_back_to_a_friendly_page_and_may_think_again(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.SignInAsync("Appointments");
        await visitor.SeeAsync("Share your details with Appointments");

        await visitor.ClickButtonAsync("Do not share");
        await visitor.SeeAsync("You chose not to share");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Return to Appointments");

        await visitor.SeeAsync("You chose not to share");
        await visitor.ReadAsync("Nothing was sent to us.");
        Assert.Equal(demo.Options.Appointments.Port, new Uri(visitor.Page.Url).Port);
        await visitor.CheckAsync();

        await visitor.ClickLinkAsync("Choose again");
        await visitor.AgreeAsync("Appointments");
        await visitor.SeeAsync("Appointments for Alice Archer");
    }

    [Fact]
    public async Task An_error_that_nobody_expected_comes_back_to_a_page_in_plain_words()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Wide);

        await visitor.GoAsync(demo.Options.HealthRecord, "/signin-oidc?error=server_error&state=made-up");

        await visitor.SeeAsync("We could not sign you in");
        await visitor.CheckAsync();
    }
}
