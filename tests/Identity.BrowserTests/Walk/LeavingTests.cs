using Identity.BrowserTests.Running;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Walk;

/// <summary>Nobody is signed out without a warning that leaves the time to stay; the browser's clock is moved by hand.</summary>
[Spec("WCAG", "2.2.1")]
public sealed class LeavingTests(Browser browser, DefaultTheme provider) : IClassFixture<DefaultTheme>
{
    private const string Warning = "[data-session]";

    [Fact]
    public async Task Five_minutes_before_the_end_a_warning_is_there_and_a_button_to_stay_which_works()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await OpenAsync(visitor);
        await visitor.Page.Clock.FastForwardAsync("23:00");
        await Assertions.Expect(visitor.Page.Locator(Warning)).ToBeHiddenAsync();

        await visitor.Page.Clock.FastForwardAsync("02:00");
        await Assertions.Expect(visitor.Page.Locator(Warning)).ToContainTextAsync("we sign you out");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(Warning)).ToBeHiddenAsync();
        await visitor.Page.Clock.FastForwardAsync("23:00");
        await Assertions.Expect(visitor.Page.Locator(Warning)).ToBeHiddenAsync();
        await visitor.Page.Clock.FastForwardAsync("03:00");
        await Assertions.Expect(visitor.Page.Locator(Warning)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_was_away_for_longer_is_told_what_happened_and_where_to_go_on()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await OpenAsync(visitor);

        await visitor.Page.Clock.FastForwardAsync("40:00");

        await Assertions.Expect(visitor.Page.Locator(Warning)).ToContainTextAsync("We have signed you out");
        await Assertions.Expect(visitor.Page.Locator(Warning).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/sign-in");
    }

    [Fact]
    public async Task What_was_typed_stays_while_the_warning_comes_and_goes()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await OpenAsync(visitor);
        await visitor.Page.Locator("#NewPassword").FillAsync("lantern-orchard-thimble");

        await visitor.Page.Clock.FastForwardAsync("26:00");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(Warning)).ToBeHiddenAsync();

        await Assertions.Expect(visitor.Page.Locator("#NewPassword")).ToHaveValueAsync("lantern-orchard-thimble");
    }

    [Fact]
    public async Task Without_script_the_page_says_the_time_from_the_start()
    {
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await OpenAsync(visitor, clock: false);

        await visitor.ReadAsync("If you open no other page, we sign you out at");
    }

    private async Task OpenAsync(Visitor visitor, bool clock = true)
    {
        if (clock)
            await visitor.Page.Clock.InstallAsync();
        var walker = new Walker(provider, visitor, "en");
        await walker.SignedInAsync();
        await walker.GoAsync("/account/password");
    }
}
