using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Somebody has lost something, and gets back in by themselves.</summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class RecoveryTests(Browser browser, DefaultTheme provider) : IClassFixture<DefaultTheme>
{
    [Theory, ClassData(typeof(Screens))]
    public async Task A_forgotten_password_by_a_backup_code(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var walker = new Walker(provider, visitor, "en");
        var codes = await walker.HasCodesAsync();
        await walker.PasswordAsync(walker.Email);
        await visitor.ClickLinkAsync("reset your password or get back in another way");

        await visitor.SeeAsync("What have you lost?");
        Assert.True(await visitor.Page.GetByLabel("I do not know my password").IsCheckedAsync());
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("What do you sign in with?", walker.Email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("How can you show that it is you?");
        await visitor.Page.GetByLabel("One of my backup codes").CheckAsync();
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("Code", "not a code");
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeProblemAsync("That is not right. Check it and try again, or choose another way", "Code");
        await visitor.FillAsync("Code", codes[0].ToLowerInvariant());
        await visitor.ClickButtonAsync("Continue");

        await visitor.FinishAsync(password: true);
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task The_email_alone_waits_and_the_link_in_the_notice_stops_it(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var walker = new Walker(provider, visitor, "en");
        await walker.WaitsAsync();
        await visitor.SeeAsync("You are nearly there");

        await using var owner = await browser.OpenAsync(screen);
        await owner.GoAsync(provider.Address, await provider.LinkAsync(walker.Email, "asked to get back"));
        await owner.SeeAsync("Was this not you?");
        await owner.ClickButtonAsync("Stop it");
        await owner.ReadAsync("It was stopped");

        await visitor.Page.ReloadAsync();
        await visitor.SeeAsync("This was cancelled");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task A_frozen_account_is_given_back_by_two_things(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var walker = new Walker(provider, visitor, "en");
        var codes = await walker.HasCodesAsync();
        await walker.PasswordAsync(walker.Email);
        await walker.FillAndSubmitAsync("Password", RunningProvider.Password);
        await visitor.GoAsync(provider.Address, await provider.LinkAsync(walker.Email, "new device"));
        await visitor.ClickButtonAsync("Freeze my account");
        await visitor.SeeAsync("Your account is frozen");
        await visitor.ClickButtonAsync("Get my account back");

        await visitor.FillAsync("What do you sign in with?", walker.Email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.Page.GetByLabel("One of my backup codes").CheckAsync();
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("Code", codes[0]);
        await visitor.ClickButtonAsync("Continue");
        await visitor.FinishAsync(password: true);
    }

    [Fact]
    public async Task By_keyboard_alone_from_the_first_page_to_the_code()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var walker = new Walker(provider, visitor, "en");
        await walker.HasAccountAsync();
        await visitor.GoAsync(provider.Address, "/recover");

        await visitor.Page.Locator("#Chosen").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Space");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("What do you sign in with?");
        await visitor.Page.Locator("#Identifier").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(walker.Email);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("How can you show that it is you?");
        await visitor.Page.Locator("#Chosen").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("Check your email");
    }

    [Fact]
    public async Task In_Welsh_every_step_is_Welsh()
    {
        await using var visitor = await browser.OpenAsync(Screen.Phone);
        var walker = new Walker(provider, visitor, "cy");
        await walker.SpeakAsync();
        await walker.WaitsAsync();

        await visitor.SeeAsync("Rydych bron yno");
        Assert.Equal("cy", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
