using Identity.BrowserTests.Running;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>One sign-in for every application, and one sign-out.</summary>
public sealed class SignInOnceTests(Browser browser)
{
    [Theory, ClassData(typeof(Screens))]
    [Spec("OpenID Connect Core", "3.1")]
    [Spec("RP-Initiated Logout", "2")]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "2.7")]
    public async Task A_citizen_signs_in_once_agrees_once_for_each_application_and_signs_out_of_all(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);

        await visitor.GoAsync(demo.Options.Appointments);
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Sign in");
        await visitor.SignInAsync("Appointments");
        await visitor.AgreeAsync("Appointments", "Riverside Clinics", "Alice Archer", "alice@example.test");
        await visitor.SeeAsync("Appointments for Alice Archer");
        await visitor.CheckAsync();

        await visitor.GoAsync(demo.Options.HealthRecord);
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Continue with Identity");
        await visitor.AgreeAsync("Health record", "Harbour Health Trust", "29 February 1984", "See your medicines");
        await visitor.SeeAsync("Record of Alice Archer");
        await visitor.ReadAsync("Born 29 February 1984");
        await visitor.ReadAsync("Immunisations");
        await visitor.CheckAsync();

        await visitor.ClickButtonAsync("Sign out");
        await visitor.SeeAsync("You have signed out");
        await visitor.CheckAsync();
        await visitor.GoAsync(demo.Options.HealthRecord, "/record");
        await visitor.SeeAsync("Sign in to continue to Health record");
        // Told by the back channel, a moment later.
        await visitor.SeeEventuallyAsync("Sign in to continue to Appointments", demo.Options.Appointments, "/appointments");
    }

    [Fact]
    [Spec("OpenID Connect Core", "4")]
    public async Task From_the_account_page_a_service_is_one_link_away_without_signing_in_again()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Phone);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.SignInAsync("Appointments");
        await visitor.AgreeAsync("Appointments");
        await visitor.SeeAsync("Appointments for Alice Archer");
        // Its own session is over; the provider's is not.
        await visitor.Context.ClearCookiesAsync(new() { Name = "appointments" });

        await visitor.GoAsync(demo.Options.Provider);
        await visitor.ClickLinkAsync("Go to Appointments");
        await visitor.SeeAsync("Appointments for Alice Archer");
        // Only the provider that it knows can begin there.
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in?iss=https%3A%2F%2Felsewhere.example%2F");
        await visitor.SeeAsync("Page not found");
    }

    [Fact]
    public async Task What_was_agreed_to_once_is_not_asked_again()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.SignInAsync("Appointments");
        await visitor.AgreeAsync("Appointments");
        await visitor.ClickButtonAsync("Sign out");
        await visitor.SeeAsync("You have signed out");

        await visitor.ClickLinkAsync("Sign in again");
        await visitor.SignInAsync("Appointments");

        await visitor.SeeAsync("Appointments for Alice Archer");
    }

    [Fact]
    public async Task An_optional_detail_is_shared_when_it_is_ticked_and_not_otherwise()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var careful = await browser.OpenAsync(Screen.Wide);
        await careful.GoAsync(demo.Options.Appointments, "/sign-in");
        await careful.SignInAsync("Appointments");
        await careful.AgreeAsync("Appointments");
        await careful.ReadAsync("You have not shared an email address with us");

        await using var open = await browser.OpenAsync(Screen.Wide);
        await open.GoAsync(demo.Options.Appointments, "/sign-in");
        await open.SignInAsync("Appointments", "bob@example.test");
        await open.SeeAsync("Share your details with Appointments");
        await open.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await open.AgreeAsync("Appointments");
        await open.ReadAsync("We send reminders to bob@example.test");
    }

    [Fact]
    public async Task An_address_in_another_case_and_with_spaces_is_the_same_citizen()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");

        await visitor.SignInAsync("Appointments", "  Alice@EXAMPLE.test ");

        await visitor.AgreeAsync("Appointments", "Alice Archer");
    }
}
