using System.Text.RegularExpressions;
using Identity.Domain.Recovery;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Whatever proof does not lead back in, its pages are those of an account that is not there.</summary>
[Spec("NIST SP 800-63B-4", "4.2.2.2")]
public sealed partial class RecoverByIdentityUnknownTests : RecoverByIdentityTest
{
    private const string Nobody = "nobody@example.test";

    [Theory]
    [InlineData(true, "Archer", "STRANGER 1")]
    [InlineData(true, "Baker", "HIGH 1")]
    [InlineData(true, "Archer", "LOW 1")]
    [InlineData(true, "Archer", "MEDIUM 1")]
    [InlineData(true, "Archer", "STOLEN 1")]
    [InlineData(true, "Archer", "NOTHING 1")]
    [InlineData(false, "Archer", "HIGH 1")]
    public async Task Every_page_of_a_refusal_is_that_of_an_unknown_account(bool proven, string family, string number)
    {
        if (proven)
            await ProvenAsync();

        var refused = await WalkAsync("alice@example.test", family, number);

        Assert.Equal(await WalkAsync(Nobody, "Archer", "HIGH 1"), refused);
        Assert.Contains("What you have shown does not get you back in. We cannot say why.", refused, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_somebody_can_show_next_does_not_tell_whether_the_account_has_a_record()
    {
        await Provider.Credentials.AddAppAsync(Alice);
        var before = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        await ProvenAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(1)); // By which the mailbox tells the second code from the first.
        using var other = Provider.Browser();
        var after = await ByEmailAsync(other, await BeginAsync(other, "Password"), 2);

        Assert.Contains("I can prove again who I am", before.Words, StringComparison.Ordinal);
        Assert.Equal(before.Words, after.Words);
    }

    private async Task<string> WalkAsync(string identifier, string family, string number)
    {
        using var browser = Provider.Browser();
        var ways = await WaysAsync(browser, identifier);
        var way = await browser.OpenAsync(ways.Path + "/by/simulated");
        var step = await StartAsync(browser, ways, family);
        var end = await AnswerAsync(browser, step, number);
        return Own().Replace($"{ways.Words}\n{way.Words}\n{step.Words}\n{end.Words}\n{step.Status} {end.Status} {end.Title}", "-");
    }

    // What is another each time: references.
    [GeneratedRegex(@"\b[A-Z0-9]{4}-?[A-Z0-9]{4}\b")]
    private static partial Regex Own();
}
