using Identity.BrowserTests.Running;
using Identity.Testing;
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
        await visitor.GoAsync(demo.Options.HealthRecord, "/sign-in");
        await visitor.SignInAsync("Health record");
        await visitor.AgreeAsync("Health record");
        await visitor.SeeAsync("Record of Alice Archer");

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
}
