using System.Net;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Shared;

/// <summary>When somebody will be signed out, as the server knows it.</summary>
[Spec("WCAG", "2.2.1")]
public sealed class LeavingTests : JourneyTest
{
    [Fact]
    public async Task A_page_that_depends_on_who_is_signed_in_knows_when_that_ends()
    {
        await Provider.SignInAsync(Browser, Alice);

        // A last use is written once a minute, so one minute of the thirty is not promised.
        Assert.Contains("data-session=\"1740\" data-warning=\"300\"", (await Browser.OpenAsync("account/password")).Html, StringComparison.Ordinal);
        Assert.Contains("If you open no other page, we sign you out at 10:29am.", (await Browser.OpenAsync("/")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("welcome")]
    public async Task A_page_that_does_not_depend_on_it_says_nothing(string path)
    {
        await Provider.SignInAsync(Browser, Alice);

        Assert.DoesNotContain("data-session", (await Browser.OpenAsync(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staying_keeps_the_session_past_its_time()
    {
        await Provider.SignInAsync(Browser, Alice);
        for (var i = 0; i < 3; i++)
        {
            Provider.Clock.Advance(TimeSpan.FromMinutes(25));
            using var answer = await Browser.PostAsync("session/stay", []);
            Assert.Equal("1740", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal("/", (await Browser.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task Towards_the_end_of_the_longest_session_what_is_left_is_told_truly()
    {
        await Provider.SignInAsync(Browser, Alice);
        for (var i = 0; i < 35; i++)
        {
            Provider.Clock.Advance(TimeSpan.FromMinutes(20));
            await Browser.OpenAsync("/");
        }

        Provider.Clock.Advance(TimeSpan.FromMinutes(15));
        using var answer = await Browser.PostAsync("session/stay", []);

        // 11 hours and 55 minutes of 12.
        Assert.Equal("300", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_is_not_signed_in_has_nothing_to_stay_in()
    {
        using var answer = await Browser.PostAsync("session/stay", []);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
