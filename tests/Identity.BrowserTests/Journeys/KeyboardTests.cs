using Identity.BrowserTests.Running;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

public sealed class KeyboardTests(Browser browser)
{
    [Fact]
    [Spec("WCAG", "2.1.1")]
    [Spec("WCAG", "2.4.7")]
    public async Task The_whole_way_can_be_gone_by_keyboard_with_the_focus_in_sight()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.GoAsync(demo.Options.Appointments);

        await visitor.PressAsync("Sign in");
        await visitor.SeeAsync("Sign in to continue to Appointments");
        await visitor.TypeAsync("Email address or sign-in ID", CitizenSteps.Alice);
        await visitor.SeeAsync("Enter your password");
        await visitor.TypeAsync("Password", CitizenSteps.Password);
        await visitor.SeeAsync("Share your details with Appointments");
        await visitor.PressAsync("Email address", "Space");
        await visitor.PressAsync("Agree and share");
        await visitor.SeeAsync("Appointments for Alice Archer");
        await visitor.ReadAsync("We send reminders to alice@example.test");

        await visitor.PressAsync("Book an appointment");
        await visitor.SeeAsync("Book an appointment");
        await visitor.Page.Locator("input[type=radio]").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.PressAsync("Book");
        await visitor.ReadAsync("Your appointment is booked.");

        await visitor.PressAsync("Sign out");
        await visitor.SeeAsync("You have signed out");
    }
}
