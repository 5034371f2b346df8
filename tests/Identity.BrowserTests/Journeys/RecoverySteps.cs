using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;

namespace Identity.BrowserTests.Journeys;

/// <summary>What somebody does on the way back into their account.</summary>
internal static class RecoverySteps
{
    private const string NewPassword = "lantern-orchard-thimble";

    /// <summary>The link by which somebody says that something was not them, or stops it, in the last notice of this subject.</summary>
    public static async Task<string> LinkAsync(this RunningProvider provider, string email, string subject) =>
        new Uri(Regex.Match(await provider.MailAsync(email, subject), @"http\S+/(not-me|stop-change)/\S+").Value).AbsolutePath;

    /// <summary>Says what they lost, and whose account it is.</summary>
    public static async Task LoseAsync(this Visitor visitor, Walker walker, string lost)
    {
        await walker.GoAsync("/recover");
        await visitor.SeeAsync("What have you lost?");
        await visitor.ChooseAsync(lost);
        await visitor.FillAsync("What do you sign in with?", walker.Email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("How can you show that it is you?");
    }

    /// <summary>Chooses one of several, and goes on.</summary>
    public static async Task ChooseAsync(this Visitor visitor, string choice)
    {
        await visitor.Page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
        await visitor.ClickButtonAsync("Continue");
    }

    /// <summary>Chooses to show something, and shows it.</summary>
    /// <param name="visitor">Who.</param>
    /// <param name="choice">What it is called.</param>
    /// <param name="field">Where it is typed.</param>
    /// <param name="value">What is typed, once it was asked for.</param>
    public static async Task ShowAsync(this Visitor visitor, string choice, string field, Func<Task<string>> value)
    {
        await visitor.ChooseAsync(choice);
        await visitor.CheckAsync();
        await visitor.Page.GetByLabel(field, new() { Exact = true }).FillAsync(await value());
        await visitor.ClickButtonAsync("Continue");
    }

    /// <summary>Is let in, with a new password where they lost it.</summary>
    public static async Task FinishAsync(this Visitor visitor, bool password)
    {
        await visitor.SeeAsync(password ? "Create a new password" : "You can get back in");
        await visitor.CheckAsync();
        if (password)
            await visitor.Page.Locator("#NewPassword").FillAsync(NewPassword);
        await visitor.ClickButtonAsync(password ? "Continue" : "Go to my account");
        await visitor.SeeAsync("You are back in your account");
        await visitor.CheckAsync();
    }
}
