using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

public sealed class SecondStepTests(Browser browser, DefaultTheme provider) : IClassFixture<DefaultTheme>
{
    // What is read on paper, in order, each text once.
    private const string Printed =
        """
        () => {
          const words = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());)
            if (node.data.trim() && node.parentElement.checkVisibility() && !node.parentElement.closest("noscript, .govuk-visually-hidden, svg"))
              words.push(node.data.trim());
          return words;
        }
        """;

    [Theory, ClassData(typeof(Screens))]
    public async Task An_app_is_set_up_then_codes_are_saved_with_script_and_without(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var account = await new Walker(provider, visitor, "en").SignedInAsync();
        await visitor.GoAsync(provider.Address, "/account/authenticator-app");
        await visitor.SeeAsync("Set up an authenticator app");

        await visitor.FillAsync("6-digit code from your app", "000 00");
        await visitor.ClickButtonAsync("Add this app");
        await visitor.ReadAsync("The code is too short. Enter all 6 digits");
        await visitor.FillAsync("6-digit code from your app", SecondSteps.Code(await visitor.Page.ContentAsync()));
        await visitor.ClickButtonAsync("Add this app");
        await visitor.SeeAsync("Your authenticator app is set up");
        Assert.True(await provider.Get<AuthenticatorApps>().HasAsync(account.Id, TestContext.Current.CancellationToken));

        await visitor.ClickLinkAsync("Get backup codes");
        await visitor.SeeAsync("Backup codes");
        await visitor.ClickButtonAsync("Get backup codes");
        await visitor.SeeAsync("Your backup codes");
        await Assertions.Expect(visitor.Page.Locator("main ul").Last.Locator("li")).ToHaveCountAsync(BackupCodeList.Length);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.ClickButtonAsync("Download as text"));
        Assert.Equal("backup-codes.txt", download.SuggestedFilename);
        await visitor.ClickButtonAsync("I have saved them");
        await visitor.SeeAsync("Backup codes");
        await visitor.ReadAsync("Your backup codes are ready to use.");
    }

    [Fact]
    public async Task The_app_is_removed()
    {
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await new Walker(provider, visitor, "en").AddAppAsync();

        await visitor.GoAsync(provider.Address, "/account/authenticator-app");
        await visitor.SeeAsync("Remove your authenticator app?");
        await visitor.ReadAsync("After that, you sign in with your password");
        await visitor.ClickButtonAsync("Remove the app");

        await visitor.SeeAsync("You have removed your authenticator app");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task On_paper_stand_the_brand_the_purpose_the_date_and_the_codes_and_nothing_else(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        await new Walker(provider, visitor, "en").GetCodesAsync();
        var codes = await visitor.Page.Locator("main ul li").AllInnerTextsAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToHaveCountAsync(screen.Script ? 1 : 0);

        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var printed = await visitor.Page.EvaluateAsync<string[]>(Printed);

        Assert.Equal(["Identity", "Your backup codes"], printed.Take(2));
        Assert.StartsWith("When you sign in to Identity, one of these codes shows it is you.", printed[2], StringComparison.Ordinal);
        Assert.StartsWith("Made at ", printed[3], StringComparison.Ordinal);
        Assert.Equal(["Your sign-in ID", codes[0], "Backup codes", .. codes.Skip(1)], printed.Skip(4));
    }

    [Fact]
    public async Task The_button_prints()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.Page.AddInitScriptAsync("window.print = () => { document.documentElement.dataset.printed = 'yes'; }");
        await new Walker(provider, visitor, "en").GetCodesAsync();

        await visitor.ClickButtonAsync("Print");

        await Assertions.Expect(visitor.Page.Locator("html[data-printed=yes]")).ToHaveCountAsync(1);
    }
}
