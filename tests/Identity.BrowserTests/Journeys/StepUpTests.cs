using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>A part of an application that opens only to somebody who is surely who they say.</summary>
[Spec("RFC 9470", "4")]
public sealed class StepUpTests(Browser browser)
{
    [Theory, ClassData(typeof(Screens))]
    public async Task Whoever_has_a_password_alone_is_told_that_the_notes_stay_closed_and_keeps_the_rest_open(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await OpenRecordAsync(demo, visitor);

        await visitor.ClickLinkAsync("Private notes");
        await visitor.SeeAsync("Confirm it’s you");
        await visitor.ReadAsync("Health record needs to be sure that it is you.");
        await visitor.ReadAsync("To open notes that only you and your doctor read.");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Go back to Health record");

        await visitor.SeeAsync("Your private notes stay closed");
        Assert.Equal(demo.Options.HealthRecord.Port, new Uri(visitor.Page.Url).Port);
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Open your record");
        await visitor.SeeAsync("Record of Alice Archer");
        await visitor.ReadAsync("Immunisations");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task With_a_second_step_the_notes_open_at_the_very_page_and_stay_open_without_asking_again(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await OpenRecordAsync(demo, visitor);
        var app = await SetUpAppElsewhereAsync(demo);

        await visitor.ClickLinkAsync("Private notes");
        await visitor.SeeAsync("Enter the code from your app");
        await visitor.ReadAsync("To open notes that only you and your doctor read.");
        await visitor.CheckAsync();
        // The code that set it up is used, and one of the next half minute is taken early.
        await visitor.FillAsync("6-digit code", app.CodeAt(TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await visitor.ClickButtonAsync("Continue");

        await visitor.SeeAsync("Private notes");
        await visitor.ReadAsync("Only you and your doctor read these.");
        await Assertions.Expect(visitor.Page.Locator("main dl div")).ToHaveCountAsync(2);
        Assert.Equal(new Uri(demo.Options.HealthRecord, "/notes").AbsoluteUri, visitor.Page.Url.TrimEnd('#'));
        await visitor.CheckAsync();

        await visitor.ClickLinkAsync("Your record");
        await visitor.SeeAsync("Record of Alice Archer");
        await visitor.ClickLinkAsync("Private notes");
        await visitor.SeeAsync("Private notes");
    }

    private static async Task OpenRecordAsync(RunningDemo demo, Visitor visitor)
    {
        await visitor.GoAsync(demo.Options.HealthRecord, "/sign-in");
        await visitor.SignInAsync("Health record");
        await visitor.AgreeAsync("Health record");
        await visitor.SeeAsync("Record of Alice Archer");
    }

    // Where it is set up it is shown as well, and nothing would be missing.
    private async Task<AppSecret> SetUpAppElsewhereAsync(RunningDemo demo)
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.GoAsync(demo.Options.HealthRecord, "/sign-in");
        await visitor.SignInAsync("Health record");
        await visitor.SeeAsync("Record of Alice Archer");
        await visitor.GoAsync(demo.Options.Provider, "/account/authenticator-app");
        await visitor.SeeAsync("Set up an authenticator app");
        var app = SecondSteps.Secret(await visitor.Page.ContentAsync());
        await visitor.FillAsync("6-digit code from your app", app.CodeAt(TimeProvider.System.GetUtcNow()));
        await visitor.ClickButtonAsync("Add this app");
        await visitor.SeeAsync("Your authenticator app is set up");
        return app;
    }
}
