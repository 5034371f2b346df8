using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Bob has a record that says where he lives, and shows by a letter that it is his.</summary>
public sealed partial class LetterTests(Browser browser)
{
    private const string Bob = "bob@example.test";

    [Theory, ClassData(typeof(Screens))]
    public async Task A_record_and_a_code_by_post_prove_who_somebody_is(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await ShowRecordAsync(demo, visitor);

        await BeginAsync(visitor);
        await visitor.ReadAsync("1 High Street, Cardiff, CF10 1AA");
        await visitor.CheckAsync();
        await AnswerAsync(visitor, "Yes, send a letter there");
        await visitor.SeeAsync("We have sent you a letter");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("What is the code in your letter?");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeProblemAsync("Enter the code in your letter, or tick that it has not come", "Answers-0--Code");
        await visitor.FillAsync("Code", (await LetterAsync(demo, visitor)).ToLowerInvariant().Replace('-', ' '));
        await visitor.ClickButtonAsync("Continue");

        await visitor.SeeAsync("We have checked who you are");
        await visitor.CheckAsync();
        await visitor.GoAsync(demo.Options.Provider, "/account/identity");
        await visitor.ReadAsync("How sure we are: a little sure.");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task Who_gets_no_post_there_finds_the_other_ways(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await ShowRecordAsync(demo, visitor);

        await BeginAsync(visitor);
        await AnswerAsync(visitor, "No, I cannot get post there");

        await visitor.ReadAsync("You stopped it. Nothing was added.");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("See the other ways");
        await visitor.SeeAsync("Prove who you are");
        await visitor.ReadAsync("Go to somebody who can check you");
    }

    private static async Task ShowRecordAsync(RunningDemo demo, Visitor visitor)
    {
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await visitor.SignInAsync("Appointments", Bob);
        await visitor.SeeAsync("Share your details with Appointments");
        await visitor.GoAsync(demo.Options.Provider, "/account/identity");
        await visitor.ClickButtonAsync("Prove who you are");
        await visitor.SeeAsync("Prove who you are");
        await visitor.ClickLinkAsync("Use a pretend document: see how it works");
        await visitor.ClickButtonAsync("Start");
        await visitor.FillAsync("Document number", "ADDRESS 1");
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("We have checked who you are");
        await visitor.ClickLinkAsync("Continue");
    }

    private static async Task BeginAsync(Visitor visitor)
    {
        await visitor.SeeAsync("Prove who you are");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Get a code by post: see how it works");
        await visitor.SeeAsync("Get a code by post");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Start");
        await visitor.SeeAsync("Can we send a letter to your address?");
    }

    private static async Task AnswerAsync(Visitor visitor, string answer)
    {
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();
        await visitor.ClickButtonAsync("Continue");
    }

    private static async Task<string> LetterAsync(RunningDemo demo, Visitor visitor)
    {
        var tab = await visitor.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(demo.Options.Provider, "/dev/mailbox").AbsoluteUri);
        for (var look = 0; look < 40 && !Code().IsMatch(await tab.Locator("main").InnerTextAsync()); look++)
        {
            await tab.WaitForTimeoutAsync(250);
            await tab.ReloadAsync();
        }
        var found = Code().Match(await tab.Locator("main").InnerTextAsync());
        await tab.CloseAsync();
        Assert.True(found.Success, "No letter has come to the mailbox.");
        return found.Value;
    }

    [GeneratedRegex(@"\b[0-9CDFGHJKMNPQRTVWXY]{5}-[0-9CDFGHJKMNPQRTVWXY]{5}\b")]
    private static partial Regex Code();
}
