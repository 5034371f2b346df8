using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Somebody who has lost everything proves again who they are, without script.</summary>
public abstract class RecoverByIdentityTest : RecoverTest
{
    protected override (string Key, string Value)[] Settings => [("Verifiers:Offered", "simulated in-person letter")];

    /// <summary>The page with the ways to prove it.</summary>
    protected static async Task<Page> WaysAsync(TestBrowser browser, string identifier = "alice@example.test") =>
        await ChooseAsync(browser, await BeginAsync(browser, "Everything", identifier), "Identity");

    /// <summary>Says who they are, and begins.</summary>
    protected static async Task<Page> StartAsync(TestBrowser browser, Page ways, string family = "Archer", string verifier = "simulated") => await browser.SubmitAsync(
        await browser.OpenAsync($"{ways.Path}/by/{verifier}"), ("First", "Alice"), ("Last", family), ("Birth.Day", "29"), ("Birth.Month", "2"), ("Birth.Year", "1984"));

    /// <summary>Answers the pretend document's question.</summary>
    protected static Task<Page> AnswerAsync(TestBrowser browser, Page step, string number) =>
        browser.PostFormAsync(step, step.Path, [.. step.Hidden, Version(step), KeyValuePair.Create("Answers[0].Code", number)]);

    /// <summary>Goes on, or looks what became of it.</summary>
    protected static Task<Page> LookAsync(TestBrowser browser, Page step) => browser.PostFormAsync(step, step.Path + "?handler=Look", [.. step.Hidden, Version(step)]);

    protected static KeyValuePair<string, string> Version(Page step) =>
        KeyValuePair.Create("Version", Regex.Match(step.Html, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value);

    protected Task ProvenAsync() => TestEvidence.ProveAsync(Provider.Services, Alice);
}
