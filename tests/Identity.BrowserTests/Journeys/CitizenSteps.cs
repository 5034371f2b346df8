using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Identity.Demo;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>What a citizen does at the provider. Every page on the way is checked for everybody's use.</summary>
internal static class CitizenSteps
{
    public const string Alice = "alice@example.test";
    public const string Password = "violet-kettle-harbour";

    /// <summary>From the provider's first page to what follows the password.</summary>
    public static async Task SignInAsync(this Visitor visitor, string application, string email = Alice)
    {
        await visitor.SeeAsync($"Sign in to continue to {application}");
        await visitor.CheckAsync();
        await visitor.FillAsync("Email address or sign-in ID", email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("Enter your password");
        await visitor.CheckAsync();
        await visitor.FillAsync("Password", Password);
        await visitor.ClickButtonAsync("Sign in");
    }

    public static async Task AgreeAsync(this Visitor visitor, string application, params string[] values)
    {
        await visitor.SeeAsync($"Share your details with {application}");
        foreach (var value in values) await visitor.ReadAsync(value);
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Agree and share");
    }

    /// <summary>Proves who they are by the pretend document of the demo, and goes back to the application.</summary>
    public static async Task ProveAsync(this Visitor visitor, string application, string number = "HIGH 1")
    {
        await visitor.SeeAsync("Prove who you are");
        await visitor.ReadAsync($"{application} needs to be more sure who you are.");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Use a pretend document: see how it works");
        await visitor.SeeAsync("Use a pretend document");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Start");
        await visitor.SeeAsync("What is the number of the document?");
        await visitor.CheckAsync();
        await visitor.FillAsync("Document number", number);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("We have checked who you are");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Continue");
    }

    /// <summary>The code in the newest message to this address, as a second tab at the mailbox page shows it.</summary>
    public static async Task<string> ReadCodeAsync(this Visitor visitor, DemoOptions options, string email)
    {
        var tab = await visitor.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(options.Provider, "/dev/mailbox").AbsoluteUri);
        var code = new Regex($@"(?:To|At) {Regex.Escape(email)}[\s\S]*?\b(\d{{6}})\b");
        for (var look = 0; look < 40 && !code.IsMatch(await tab.Locator("main").InnerTextAsync()); look++)
        {
            await tab.WaitForTimeoutAsync(250);
            await tab.ReloadAsync();
        }
        var found = code.Match(await tab.Locator("main").InnerTextAsync());
        await tab.CloseAsync();
        Assert.True(found.Success, $"No code for {email} has come to the mailbox.");
        return found.Groups[1].Value;
    }
}
