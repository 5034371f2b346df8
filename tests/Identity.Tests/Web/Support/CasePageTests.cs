using System.Net;
using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Support;

/// <summary>A case from the account in which it is opened to its end, as an agent and a colleague see it.</summary>
public sealed class CasePageTests : ConsoleTest
{
    private static readonly (string, string)[] Search = [("By", "Email"), ("Whole", "alice@example.test"), ("Reason", "Caller"), ("Words", "she lost her telephone")];

    [Fact]
    public async Task From_a_follow_up_to_its_end()
    {
        var alice = await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        using var colleague = At(await Staff.HireAsync("senior"));
        var reference = await OpenAsync(agent);

        // The colleague sees it on the desk, with nothing of Alice, and cannot take it.
        var desk = await colleague.OpenAsync("/support");
        Assert.Contains($"Case {reference}", desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("alice", desk.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await colleague.OpenAsync($"/support/cases/{reference}")).Status);

        var handed = await agent.SubmitAsync(await agent.OpenAsync($"/support/cases/{reference}/work"), ("Chosen", "HandOn"), ("Sign", ""), ("Words", "she will call again"));
        Assert.Contains("Done. It is written down.", handed.Words, StringComparison.Ordinal);
        var page = await colleague.OpenAsync($"/support/cases/{reference}");
        Assert.Contains("she will call again", page.Words, StringComparison.Ordinal);
        await colleague.SubmitAsync(page with { Address = new Uri(page.Address, page.Path + "?handler=Take") });
        var opened = await colleague.SubmitAsync(page with { Address = new Uri(page.Address, page.Path + "?handler=Open") }, ("Words", "she called once more"));
        Assert.StartsWith("/support/accounts/", opened.Path, StringComparison.Ordinal);
        Assert.Contains($"You work on case {reference}", opened.Words, StringComparison.Ordinal);

        await colleague.SubmitAsync(await colleague.OpenAsync($"/support/cases/{reference}/work"), ("Chosen", "Solved"), ("Words", "she has signed in"));
        Assert.Contains("they have what they asked for", (await colleague.OpenAsync($"/support/cases/{reference}")).Words, StringComparison.Ordinal);
        using var citizen = Provider.Browser();
        await Provider.SignInAsync(citizen, alice);
        var activity = (await citizen.OpenAsync("/account/activity")).Words;
        Assert.Contains($"opened case {reference}", activity, StringComparison.Ordinal);
        Assert.Contains($"closed case {reference}", activity, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "she has signed in", "Choose what you want to do")]
    [InlineData("Solved", "", "short", "Write at least 10 characters")]
    [InlineData("HandOn", "ZZZZZ", "she will call again", "No colleague who could work on it has these letters")]
    [InlineData("7", "", "she has signed in", "Choose what you want to do")]
    public async Task What_is_amiss_is_said_and_what_was_typed_is_kept(string chosen, string sign, string words, string problem)
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var reference = await OpenAsync(agent);

        var page = await agent.SubmitAsync(await agent.OpenAsync($"/support/cases/{reference}/work"), ("Chosen", chosen), ("Sign", sign), ("Words", words));

        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_closed_says_so_to_whoever_had_its_page_open()
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var reference = await OpenAsync(agent);
        var work = await agent.OpenAsync($"/support/cases/{reference}/work");
        await agent.SubmitAsync(work, ("Chosen", "Nothing"), ("Words", "there was nothing to do"));

        var late = await agent.SubmitAsync(work, ("Chosen", "Note"), ("Words", "one more thing to say"));

        Assert.Contains("This case is closed", late.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/support/cases/BCDFGHJK")]
    [InlineData("/support/cases/BCDFGHJK/work")]
    [InlineData("/support/cases/%27%3B--")]
    public async Task A_reference_that_is_none_has_no_page(string path)
    {
        using var agent = At(await Staff.HireAsync("agent"));

        Assert.Equal(HttpStatusCode.NotFound, (await agent.OpenAsync(path)).Status);
    }

    private static async Task<string> OpenAsync(TestBrowser agent)
    {
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);
        var followed = await agent.SubmitAsync(account with { Address = new Uri(account.Address, account.Path + "?handler=FollowUp") }, ("FollowWords", "look whether she came in"));
        return Regex.Match(followed.Path, "/support/cases/([2-9B-Z]{8})$").Groups[1].Value;
    }
}
