using Identity.BrowserTests.Running;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>A newcomer on the way to an application.</summary>
public sealed class CreateAccountTests(Browser browser)
{
    [Theory, ClassData(typeof(Screens))]
    public async Task A_newcomer_creates_an_account_and_is_back_at_the_application_that_sent_them(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await visitor.GoAsync(demo.Options.HealthRecord, "/sign-in");
        await visitor.ClickLinkAsync("Create an account");
        await visitor.EnterEmailAsync("newcomer@example.test");
        await visitor.EnterCodeAsync(await visitor.ReadCodeAsync(demo.Options, "newcomer@example.test"));

        await visitor.SeeAsync("Create a password");
        await visitor.CheckAsync();
        await visitor.FillAsync("Password", "orchard teapot meadow");
        await visitor.ClickButtonAsync("Continue");

        await visitor.SeeAsync("What is your name?");
        await visitor.CheckAsync();
        await visitor.FillAsync("First name or names", "Carys");
        await visitor.FillAsync("Last name", "Cooper");
        await visitor.ClickButtonAsync("Continue");

        await visitor.SeeAsync("What is your date of birth?");
        await visitor.CheckAsync();
        await visitor.FillAsync("Day", "27");
        await visitor.FillAsync("Month", "3");
        await visitor.FillAsync("Year", "1985");
        await visitor.ClickButtonAsync("Continue");

        await visitor.ProveAsync("Health record");
        await visitor.AgreeAsync("Health record", "Carys Cooper", "27 March 1985");
        await visitor.SeeAsync("Record of Carys Cooper");
    }

    [Fact]
    public async Task An_application_that_asks_for_no_birth_date_asks_a_newcomer_for_none()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.ClickLinkAsync("Create an account");
        await visitor.EnterEmailAsync("newcomer@example.test");
        await visitor.EnterCodeAsync(await visitor.ReadCodeAsync(demo.Options, "newcomer@example.test"));
        await visitor.FillAsync("Password", "orchard teapot meadow");
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("What is your name?");
        await visitor.FillAsync("First name or names", "Carys");
        await visitor.ClickButtonAsync("Continue");

        await visitor.AgreeAsync("Appointments", "Carys");
        await visitor.SeeAsync("Appointments for Carys");
    }

    [Fact]
    public async Task The_address_of_an_account_sees_the_same_pages_and_gets_another_message()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.ClickLinkAsync("Create an account");
        await visitor.EnterEmailAsync(CitizenSteps.Alice);
        await visitor.SeeAsync("Check your email");
        await visitor.ReadAsync(CitizenSteps.Alice);

        await visitor.GoAsync(demo.Options.Provider, "/dev/mailbox");
        await visitor.ReadEventuallyAsync("You already have an account");
    }

    [Theory]
    [InlineData("", "Enter the 6-digit code from the email")]
    [InlineData("12345", "The code is too short. Enter all 6 digits")]
    [InlineData("abcdef", "The code has only digits, like 123 456")]
    public async Task A_code_that_cannot_be_one_says_why_and_the_summary_leads_to_the_field(string code, string problem)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.ClickLinkAsync("Create an account");
        await visitor.EnterEmailAsync("newcomer@example.test");

        await visitor.EnterCodeAsync(code);

        await visitor.SeeProblemAsync(problem, "Code");
    }
}
