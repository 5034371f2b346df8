using System.Net;
using Identity.Domain.Recovery;
using Identity.Domain.Verification.Runs;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Alice has lost everything, and proved once who she is.</summary>
[Spec("NIST SP 800-63B-4", "4.2.2.2")]
public sealed class RecoverByIdentityTests : RecoverByIdentityTest
{
    [Fact]
    public async Task Whoever_proves_it_again_gets_in_after_a_day()
    {
        await ProvenAsync();
        var ways = await WaysAsync(Browser);
        Assert.Equal("Prove again who you are – Identity", ways.Title);
        Assert.Contains("Use a pretend document", ways.Words, StringComparison.Ordinal);
        // A letter goes where the record says that somebody lives: nothing of it is used here.
        Assert.DoesNotContain("/by/letter", ways.Html, StringComparison.Ordinal);

        var wait = await AnswerAsync(Browser, await StartAsync(Browser, ways), "HIGH 1");
        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);
        Provider.Clock.Advance(Wait);
        await Browser.SubmitAsync(await Browser.OpenAsync(wait.Path), ("NewPassword", NewPassword));

        Assert.True(await CanSignInAsync(NewPassword));
        Assert.Empty(await Provider.Get<Verifications>().OfAccountAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_in_Welsh()
    {
        await ProvenAsync();
        await Browser.OpenAsync("/recover?lang=cy");
        var ways = await WaysAsync(Browser);
        Assert.Equal("Profwch eto pwy ydych chi – Identity", ways.Title);
        Assert.Contains("Defnyddio dogfen ffug", ways.Words, StringComparison.Ordinal);

        var notEnough = await AnswerAsync(Browser, await StartAsync(Browser, ways), "LOW 1");
        Assert.Contains("Ni allwn ddweud pam.", notEnough.Words, StringComparison.Ordinal);

        Assert.EndsWith("/wait", (await AnswerAsync(Browser, await StartAsync(Browser, notEnough), "HIGH 2")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter an answer")]
    [InlineData("NUMBER", "Enter another number: this one is never right")]
    [InlineData("THROW", "Something went wrong on our side.")]
    [InlineData("SHOW 1", "SIMULATED")]
    [InlineData("UPLOAD 1", "Upload a picture of the document")]
    [InlineData("NOMATCH", "We cannot say which one is wrong.")]
    [InlineData("WAIT 1", "Come back to this page in this browser.")]
    public async Task Every_kind_of_step_is_the_page_that_it_is_elsewhere(string number, string words)
    {
        var ways = await WaysAsync(Browser);

        var page = await AnswerAsync(Browser, await StartAsync(Browser, ways), number);

        Assert.StartsWith(ways.Path + "/step/", page.Path, StringComparison.Ordinal);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/prove/", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_left_and_taken_up_again_in_this_browser_alone()
    {
        await ProvenAsync();
        var ways = await WaysAsync(Browser);
        var waiting = await AnswerAsync(Browser, await StartAsync(Browser, ways), "WAIT 1");
        using var other = Provider.Browser();
        Assert.DoesNotContain("pretends", (await other.OpenAsync(waiting.Path)).Words, StringComparison.Ordinal);
        Assert.Contains("You have started", (await Browser.OpenAsync(ways.Path)).Words, StringComparison.Ordinal);

        Provider.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await LookAsync(Browser, waiting);
        // The worker may be looking at this moment, and then it waits a little longer.
        for (var tries = 0; tries < 100 && !done.Path.EndsWith("/wait", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            done = await Browser.OpenAsync(waiting.Path);
        }

        Assert.EndsWith("/wait", done.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stopped_is_over_and_another_way_can_be_begun()
    {
        var waiting = await AnswerAsync(Browser, await StartAsync(Browser, await WaysAsync(Browser)), "WAIT 1");

        var ways = await Browser.PostFormAsync(waiting, waiting.Path + "?handler=Cancel", [.. waiting.Hidden]);

        Assert.EndsWith("/identity", ways.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("You have started", ways.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_by_the_field_and_what_was_typed_stays()
    {
        var way = await Browser.OpenAsync((await WaysAsync(Browser)).Path + "/by/in-person");

        var again = await Browser.SubmitAsync(way, ("First", ""), ("Last", ""), ("Birth.Day", "31"), ("Birth.Month", "2"), ("Birth.Year", "1984"), ("Place", new string('a', 501)));

        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
        Assert.Contains("That is too long. Enter up to 500 characters", again.Words, StringComparison.Ordinal);
        Assert.Equal("1984", again.Field("Birth.Year"));
    }

    [Fact]
    public async Task Whoever_has_to_go_somewhere_finds_it_again_when_the_browser_was_closed()
    {
        var ways = await WaysAsync(Browser);
        Assert.Contains("computer that other people use", (await Browser.OpenAsync(ways.Path + "/by/in-person")).Words, StringComparison.Ordinal);
        Assert.False(IsKept());
        var asked = await StartAsync(Browser, ways, verifier: "in-person");
        Assert.True(IsKept());

        Provider.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(asked.Path, (await Browser.OpenAsync(asked.Path)).Path);
    }

    [Fact]
    public async Task A_seventh_beginning_has_to_wait()
    {
        var ways = await WaysAsync(Browser);
        Page page = ways;
        for (var times = 0; times < 6; times++)
            page = await StartAsync(Browser, ways);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
    }

    [Theory]
    [InlineData("show/Identity", "/how")]
    [InlineData("show/Passkey", "/how")]
    [InlineData("identity/by/letter", "/identity")]
    [InlineData("identity/by/nonsense", "/identity")]
    [InlineData("identity/step/0198c2a0-0000-7000-8000-000000000000", "/identity")]
    public async Task An_address_that_leads_nowhere_leads_back(string address, string where)
    {
        var ways = await WaysAsync(Browser);

        var page = await Browser.OpenAsync(ways.Path[..^"identity".Length] + address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith(where, page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_can_still_stop_it()
    {
        await ProvenAsync();
        var wait = await AnswerAsync(Browser, await StartAsync(Browser, await WaysAsync(Browser)), "HIGH 1");
        await Provider.Get<Recoveries>().CancelAsync(Alice, "owner", TestContext.Current.CancellationToken);
        Provider.Clock.Advance(Wait);

        Assert.Contains("This was cancelled", (await Browser.OpenAsync(wait.Path)).Words, StringComparison.Ordinal);
    }

    // A cookie without an end goes with the browser.
    private bool IsKept() => Assert.Single(Browser.Cookies.GetCookies(TestProvider.Issuer), cookie => cookie.Name == "browser").Expires != default;
}
