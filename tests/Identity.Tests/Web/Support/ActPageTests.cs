using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;

namespace Identity.Tests.Web.Support;

/// <summary>A call from its beginning to its end: the agent, the citizen on her own screen, the colleague, and the citizen's last word.</summary>
public sealed class ActPageTests : ConsoleTest
{
    private static readonly (string, string)[] Search = [("By", "Email"), ("Whole", "alice@example.test"), ("Reason", "Caller"), ("Words", "she lost her telephone")];

    [Fact]
    public async Task From_the_call_to_the_link_that_stops_it()
    {
        var alice = await Provider.CreateAccountAsync();
        await Provider.Credentials.AddAppAsync(alice);
        using var agent = At(await Staff.HireAsync("agent"));
        using var colleague = At(await Staff.HireAsync("senior"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);

        // The agent reads a number out; Alice types it, signed in by all she has.
        var number = await BeginAsync(agent, account.Path);
        using var citizen = Provider.Browser();
        await Provider.SignInAsync(citizen, alice, ProofMethod.Password, ProofMethod.AuthenticatorApp);
        var passed = await citizen.SubmitAsync(await citizen.OpenAsync("/account/caller"), ("NumberCode", number));
        Assert.Contains("Thank you. You can go on talking.", passed.Words, StringComparison.Ordinal);
        var caller = await agent.OpenAsync(account.Path + "/caller");
        Assert.DoesNotContain("Not done", caller.Words, StringComparison.Ordinal);

        // The agent asks, the colleague who was drawn agrees.
        var asked = await agent.SubmitAsync(await agent.OpenAsync(account.Path + "/act"), ("Chosen", "RemoveApp"), ("Words", "she lost her telephone"));
        Assert.Contains("A colleague has been asked.", asked.Words, StringComparison.Ordinal);
        var requests = await colleague.OpenAsync("/support/requests");
        var request = Regex.Match(requests.Html, "name=\"Request\" value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        var agreed = await colleague.SubmitAsync(requests with { Address = new Uri(requests.Address, "/support/requests?handler=Approve") }, ("Request", request));
        Assert.Contains("You agreed.", agreed.Words, StringComparison.Ordinal);

        // Alice reads her mail, and it was not what she wanted.
        var link = await LinkAsync();
        using var elsewhere = Provider.Browser();
        var stop = await elsewhere.OpenAsync(link);
        Assert.Contains("The change is stopped.", (await elsewhere.SubmitAsync(stop)).Words, StringComparison.Ordinal);
        Assert.Contains("already stopped or made", (await elsewhere.OpenAsync(link)).Words, StringComparison.Ordinal);

        using var later = Provider.Browser();
        await Provider.SignInAsync(later, alice);
        Assert.Contains("A change by support staff was stopped.", (await later.OpenAsync("/account/activity")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_check_the_agent_is_told_in_words()
    {
        await Provider.Credentials.AddAppAsync(await Provider.CreateAccountAsync());
        using var agent = At(await Staff.HireAsync("agent"));
        await Staff.HireAsync("senior");
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);

        var refused = await agent.SubmitAsync(await agent.OpenAsync(account.Path + "/act"), ("Chosen", "RemoveApp"), ("Words", "she lost her telephone"));

        Assert.Contains("The caller must pass the checks first", refused.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Words", "short", "Write at least 10 characters")]
    [InlineData("Chosen", "DeleteEverything", "Choose what they need")]
    [InlineData("Chosen", "", "Choose what they need")]
    public async Task An_action_that_is_none_or_has_no_reason_is_not_done(string field, string typed, string words)
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);
        var answers = new Dictionary<string, string> { ["Chosen"] = "SignOut", ["Words"] = "she asked for it by letter", [field] = typed };

        var page = await agent.SubmitAsync(await agent.OpenAsync(account.Path + "/act"), [.. answers.Select(answer => (answer.Key, answer.Value))]);

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TheirFirst", "", "Enter a name as the document writes it")]
    [InlineData("Evidence", "CallerCheck", "Choose what you saw")]
    [InlineData("Evidence", "", "Choose what you saw")]
    [InlineData("Words", "short", "Write at least 10 characters")]
    public async Task A_name_is_corrected_by_a_document_and_words(string field, string typed, string words)
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);
        var answers = new Dictionary<string, string> { ["TheirFirst"] = "Bronwen", ["Evidence"] = "Passport", ["Words"] = "her passport shows it", [field] = typed };

        var page = await agent.SubmitAsync(await agent.OpenAsync(account.Path + "/correct/name"), [.. answers.Select(answer => (answer.Key, answer.Value))]);

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("birth-date", "Enter a real date of birth", "Evidence", "Passport", "Born.Day", "30", "Born.Month", "2", "Born.Year", "1984")]
    [InlineData("email", "Enter an email address in the correct format", "NewEmail", "nonsense")]
    [InlineData("email", "The caller must pass the checks first", "NewEmail", "new@example.test")]
    public async Task What_is_wrong_with_a_detail_is_said(string detail, string words, params string[] typed)
    {
        await Provider.Credentials.AddAppAsync(await Provider.CreateAccountAsync());
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);

        var page = await agent.SubmitAsync(await agent.OpenAsync($"{account.Path}/correct/{detail}"),
            [("Words", "she asked for it by telephone"), .. typed.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detail_that_is_none_has_no_page()
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);

        Assert.Equal(HttpStatusCode.NotFound, (await agent.OpenAsync(account.Path + "/correct/password")).Status);
    }

    [Fact]
    public async Task Duress_looks_to_the_agents_screen_like_success()
    {
        var alice = await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search);
        var caller = await agent.OpenAsync(account.Path + "/caller");

        var forced = await agent.SubmitAsync(caller with { Address = new Uri(caller.Address, caller.Path + "?handler=Force") });

        Assert.Contains("The caller has passed.", forced.Words, StringComparison.Ordinal);
        using var citizen = Provider.Browser();
        await Provider.SignInAsync(citizen, alice);
        Assert.Equal("/welcome", (await citizen.OpenAsync("/")).Path);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("123456", "654321")]
    public async Task A_guessed_number_and_code_are_refused_in_words(string number, string code)
    {
        using var stranger = Provider.Browser();

        var page = await stranger.SubmitAsync(await stranger.OpenAsync("/caller"), ("NumberCode", number), ("SentCode", code));

        Assert.Contains("The number or the code is wrong or too old.", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private static async Task<string> BeginAsync(TestBrowser agent, string account)
    {
        var caller = await agent.OpenAsync(account + "/caller");
        var begun = await agent.SubmitAsync(caller with { Address = new Uri(caller.Address, caller.Path + "?handler=Begin") }, ("Kind", "OwnScreen"));
        return Regex.Match(begun.Words, "Read out this number: ([0-9]{6})").Groups[1].Value;
    }

    private async Task<string> LinkAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var mail = (await Provider.Get<Mailbox>().ListAsync(Cancellation)).Select(message => Regex.Match(message.Body, "/stop-change/[A-Za-z0-9_-]{22}")).FirstOrDefault(match => match.Success);
            if (mail is not null)
                return mail.Value;
            await Task.Delay(25, Cancellation);
        }

        throw new InvalidOperationException("No message came.");
    }
}
