using System.Text.RegularExpressions;
using Identity.Domain.Notifications.Senders;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Somebody wants back into an account.</summary>
public abstract class RecoverTest : JourneyTest
{
    protected const string NewPassword = "marble-lantern-orchard";

    /// <summary>The first time anything can be finished that waits.</summary>
    protected static readonly TimeSpan Wait = TimeSpan.FromHours(24);

    /// <summary>Says what is lost, and whose account it is.</summary>
    /// <returns>The page that asks what they can show.</returns>
    protected static async Task<Page> BeginAsync(TestBrowser browser, string lost, string identifier = "alice@example.test") =>
        await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync("/recover"), ("Chosen", lost)), ("Identifier", identifier));

    /// <summary>Chooses to show one thing.</summary>
    protected static Task<Page> ChooseAsync(TestBrowser browser, Page how, string proof) => browser.SubmitAsync(how, ("Chosen", proof));

    /// <summary>Shows the code from the last e-mail that has one.</summary>
    protected async Task<Page> ByEmailAsync(TestBrowser browser, Page how, int messages)
    {
        var show = await ChooseAsync(browser, how, "EmailCode");
        return await browser.SubmitAsync(show, ("Code", await CodeAsync(messages)));
    }

    /// <summary>The code in the newest of so many e-mails with one.</summary>
    protected async Task<string> CodeAsync(int messages) => Regex.Match((await MailAsync(messages, IsCode))[0].Body, @"\b\d{6}\b").Value;

    /// <summary>The link in the newest of so many notices with one.</summary>
    protected async Task<string> LinkAsync(int messages, string subject)
    {
        var mail = await MailAsync(messages, message => message.Subject.Contains(subject, StringComparison.Ordinal));
        return new Uri(Regex.Match(mail[0].Body, @"http\S+/not-me/\S+").Value).PathAndQuery;
    }

    protected async Task<bool> CanSignInAsync(string password)
    {
        using var browser = Provider.Browser();
        var typed = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), ("Email", "alice@example.test"));
        await browser.SubmitAsync(typed, ("Password", password));
        return (await browser.OpenAsync("/")).Path == "/";
    }

    private static bool IsCode(MailboxMessage message) => message.Subject.Contains("code to get back in", StringComparison.Ordinal);
}
