using System.Net;
using Identity.Testing;

namespace Identity.Tests.Web.Support;

/// <summary>What an agent does with the pages, and what the citizen sees of it.</summary>
public sealed class FindPageTests : ConsoleTest
{
    private static readonly (string, string)[] Search = [("By", "Email"), ("Whole", "alice@example.test"), ("Reason", "Caller"), ("Words", "she called and cannot sign in")];

    [Fact]
    public async Task An_agent_finds_one_account_masked_and_the_citizen_sees_that_they_did()
    {
        var alice = await Provider.CreateAccountAsync();
        var agent = await Staff.HireAsync("agent");
        using var browser = At(agent);

        var account = await browser.SubmitAsync(await browser.OpenAsync("/support/find"), Search);

        Assert.StartsWith("/support/accounts/", account.Path, StringComparison.Ordinal);
        Assert.Contains("A. A.", account.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("alice@example.test", account.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Archer", account.Html, StringComparison.Ordinal);

        using var citizen = Provider.Browser();
        await Provider.SignInAsync(citizen, alice);
        var activity = await citizen.OpenAsync("/account/activity");
        Assert.Contains($"Agent {(await Staff.SessionAsync(agent)).Staff.Sign} opened your account. Reason: somebody called us about your account.", activity.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("agent1@staff.test", activity.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("By", "Choose what you have")]
    [InlineData("Whole", "Write what you have, whole")]
    [InlineData("Reason", "Choose why you look")]
    [InlineData("Words", "Write at least 10 characters about what happened")]
    public async Task Without_one_of_the_answers_nothing_is_looked_for(string missing, string words)
    {
        using var browser = At(await Staff.HireAsync("agent"));

        var page = await browser.SubmitAsync(await browser.OpenAsync("/support/find"), [.. Search.Where(field => field.Item1 != missing)]);

        Assert.Equal("/support/find", page.Path);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_sees_no_value_whole_and_a_senior_one_at_a_time()
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.OpenAsync(account.Path + "/reveal")).Status);

        using var senior = At(await Staff.HireAsync("senior"));
        var opened = await senior.SubmitAsync(await senior.OpenAsync("/support/find"), Search);
        var shown = await senior.SubmitAsync(await senior.OpenAsync(opened.Path + "/reveal"), ("Field", "Email"), ("Words", "to read it back to her"));

        Assert.Contains("You asked to see this: alice@example.test", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("alice@example.test", (await senior.OpenAsync(shown.Path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_one_agent_is_not_there_for_another()
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);
        using var other = At(await Staff.HireAsync("agent"));

        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(account.Path)).Status);
    }

    [Fact]
    public async Task A_citizen_who_reads_out_the_reference_of_a_dead_end_is_found_by_it()
    {
        using var citizen = Provider.Browser();
        await Provider.SignInAsync(citizen, await Provider.CreateAccountAsync());
        var deadEnd = await citizen.OpenAsync("/nowhere");
        var reference = System.Text.RegularExpressions.Regex.Match(deadEnd.Words, "Your reference is ([2-9B-Z]{8})").Groups[1].Value;
        using var agent = At(await Staff.HireAsync("agent"));

        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), ("By", "Reference"), ("Whole", reference), ("Reason", "Caller"), ("Words", "a page was not there"));

        Assert.Contains("A. A.", account.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_did_a_stranger_cannot_read()
    {
        using var nobody = Provider.Browser();

        Assert.StartsWith("/sign-in/", (await nobody.OpenAsync("/account/activity")).Path, StringComparison.Ordinal);
    }
}
