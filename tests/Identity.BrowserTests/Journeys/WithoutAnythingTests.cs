using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Notifications.Senders;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>A citizen at a desk in a library, with no e-mail address, no mobile and no smartphone, and a browser without script.</summary>
public sealed partial class WithoutAnythingTests(Browser browser, DefaultTheme provider) : IClassFixture<DefaultTheme>
{
    private const string Password = "marble lantern orchard";

    [Fact]
    public async Task They_create_an_account_and_sign_in_with_what_is_on_their_sheet()
    {
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await visitor.GoAsync(provider.Address, "/create");
        await visitor.SeeAsync("What is your email address?");
        await visitor.ClickLinkAsync("create an account without one");
        await visitor.SeeAsync("Create an account without an email address");
        await visitor.CheckAsync();
        await visitor.FillAsync("First name or names", "Bronwen");
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("Create a password");
        await visitor.FillAsync("Password", Password);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("Your backup codes");
        await visitor.CheckAsync();
        var id = Id().Match(await visitor.Page.Locator("main").InnerTextAsync()).Value;
        await visitor.ClickButtonAsync("I have saved them");
        await visitor.ReadAsync(id);

        await using var elsewhere = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await elsewhere.GoAsync(provider.Address, "/sign-in");
        await elsewhere.FillAsync("Email address or sign-in ID", id.Replace('-', ' '));
        await elsewhere.ClickButtonAsync("Continue");
        await elsewhere.SeeAsync("Enter your password");
        await elsewhere.FillAsync("Password", Password);
        await elsewhere.ClickButtonAsync("Sign in");
        await elsewhere.ReadAsync(id);

        Assert.DoesNotContain(await provider.Get<Mailbox>().ListAsync(TestContext.Current.CancellationToken), message => message.Body.Contains(id, StringComparison.Ordinal));
    }

    [GeneratedRegex("[a-z]{4,9}-[a-z]{4,9}-[a-z]{4,9}-[0-9]{2}")]
    private static partial Regex Id();
}
