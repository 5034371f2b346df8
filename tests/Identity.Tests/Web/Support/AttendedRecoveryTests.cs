using System.Text.RegularExpressions;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Actions;
using Identity.Testing;

namespace Identity.Tests.Web.Support;

/// <summary>Alice has lost everything, and nothing is left that she could show: two of the staff, her own screen and time bring her back.</summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class AttendedRecoveryTests : ConsoleTest
{
    private static readonly (string, string)[] Search = [("By", "Email"), ("Whole", "alice@example.test"), ("Reason", "Caller"), ("Words", "she lost all of it in a fire")];

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task She_comes_back_by_two_people_her_own_screen_and_time()
    {
        var alice = await Provider.CreateAccountAsync();
        var (agent, colleague) = (await Staff.HireAsync("agent"), await Staff.HireAsync("senior"));
        using var citizen = Provider.Browser();
        var how = await ConnectAsync(agent, citizen);
        Assert.EndsWith("/how", how.Path, StringComparison.Ordinal);

        await AllowAsync(agent, colleague);
        var wait = await citizen.OpenAsync(how.Path);
        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);
        Provider.Clock.Advance(Day);
        var done = await citizen.SubmitAsync(await citizen.OpenAsync(wait.Path), ("NewPassword", "marble-lantern-orchard"));

        Assert.Equal("/recover/done", done.Path);
        Assert.Equal("/", (await citizen.OpenAsync("/")).Path);
        Assert.Contains("connected your account to a screen", (await citizen.OpenAsync("/account/activity")).Words, StringComparison.Ordinal);
        Assert.Equal(RecoveryEnding.Completed, (await Provider.Get<Recoveries>().OfAccountAsync(alice, Cancellation))[0].Ending);
    }

    [Fact]
    public async Task Whoever_waits_is_found_by_the_reference_on_their_page()
    {
        await Provider.CreateAccountAsync();
        var (agent, colleague) = (await Staff.HireAsync("agent"), await Staff.HireAsync("senior"));
        using var citizen = Provider.Browser();
        var how = await ConnectAsync(agent, citizen);
        await AllowAsync(agent, colleague);
        var reference = Regex.Match((await citizen.OpenAsync(how.Path)).Words, @"your reference is\s+([0-9A-Z]{8})").Groups[1].Value;

        using var desk = At(await Staff.ReturnAsync(agent));
        var found = await desk.SubmitAsync(await desk.OpenAsync("/support/find"),
            ("By", "Reference"), ("Whole", reference.ToLowerInvariant()), ("Reason", "Recovery"), ("Words", "she asks when she gets in"));

        Assert.StartsWith("/support/accounts/", found.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_alone_at_both_screens_gets_nowhere()
    {
        var alice = await Provider.CreateAccountAsync();
        var agent = await Staff.HireAsync("agent");
        using var thief = Provider.Browser();

        var how = await ConnectAsync(agent, thief);
        Provider.Clock.Advance(Day);

        Assert.EndsWith("/how", (await thief.OpenAsync(how.Path)).Path, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(alice, Cancellation));
    }

    [Fact]
    public async Task Without_her_screen_two_people_alone_get_nobody_in()
    {
        var alice = await Provider.CreateAccountAsync();
        await AllowAsync(await Staff.HireAsync("agent"), await Staff.HireAsync("senior"));

        Assert.IsType<RecoveryProgress.NotEnough>(await Provider.Get<Recoveries>().TryAsync(alice, LostThing.Everything, RecoveryProofs.None, Cancellation));
    }

    [Fact]
    public async Task She_stops_what_two_people_have_allowed()
    {
        await Provider.CreateAccountAsync();
        var (agent, colleague) = (await Staff.HireAsync("agent"), await Staff.HireAsync("senior"));
        using var thief = Provider.Browser();
        var how = await ConnectAsync(agent, thief);
        await AllowAsync(agent, colleague);
        var wait = await thief.OpenAsync(how.Path);

        using var alice = Provider.Browser();
        await Provider.SignInAsync(alice, await AliceAsync());
        var home = await alice.OpenAsync("/");
        await alice.PostFormAsync(home, "/?handler=Stop", [.. home.Hidden]);

        Provider.Clock.Advance(Day);
        Assert.Contains("This was cancelled", (await thief.OpenAsync(wait.Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_works_once_for_ten_minutes_and_a_guess_connects_nothing()
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        using var citizen = Provider.Browser();
        var (screen, number) = await ShowAsync(citizen);
        var page = await agent.OpenAsync((await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search)).Path + "/screen");

        Assert.Contains("No screen shows this number", (await agent.SubmitAsync(page, ("Number", number == "123456" ? "123457" : "123456"), ("Lost", "Everything"))).Words, StringComparison.Ordinal);
        Provider.Clock.Advance(TimeSpan.FromMinutes(9));
        page = await agent.OpenAsync((await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search)).Path + "/screen");
        Assert.Contains("asked on their screen", (await agent.SubmitAsync(page, ("Number", number), ("Lost", "Everything"))).Words, StringComparison.Ordinal);
        Assert.Contains("No screen shows this number", (await agent.SubmitAsync(page, ("Number", number), ("Lost", "Everything"))).Words, StringComparison.Ordinal);

        Provider.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Was it you", (await citizen.OpenAsync(screen.Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_tells_is_filled_in_and_she_confirms_it_on_her_screen()
    {
        var alice = await Provider.CreateAccountAsync();
        var codes = await Provider.Credentials.AddBackupCodesAsync(alice);
        using var citizen = Provider.Browser();
        var (screen, number) = await ShowAsync(citizen);
        await JoinAsync(await Staff.HireAsync("agent"), number, lost: "Phone", has: "BackupCode");

        var asked = await citizen.OpenAsync(screen.Path);
        Assert.Contains("a••@e••.test", asked.Words, StringComparison.Ordinal);
        Assert.Contains("My phone, or its number", asked.Words, StringComparison.Ordinal);
        Assert.Contains("One of my backup codes", asked.Words, StringComparison.Ordinal);
        // Her screen opens nothing by itself, but what is asked next is chosen already.
        var how = await citizen.PostFormAsync(asked, asked.Path + "?handler=Confirm", [.. asked.Hidden]);
        Assert.Matches("<input checked=\"\"[^>]* value=\"BackupCode\"", how.Html);
        var show = await citizen.SubmitAsync(how, ("Chosen", "BackupCode"));
        var finish = await citizen.SubmitAsync(show, ("Code", codes[0]));

        Assert.EndsWith("/finish", finish.Path, StringComparison.Ordinal);
        Assert.Equal(LostThing.Phone, (await Provider.Get<Recoveries>().OfAccountAsync(alice, Cancellation))[0].Lost);
    }

    [Fact]
    public async Task What_staff_fill_in_is_chosen_and_never_a_code()
    {
        await Provider.CreateAccountAsync();
        using var agent = At(await Staff.HireAsync("agent"));
        var page = await agent.OpenAsync((await agent.SubmitAsync(await agent.OpenAsync("/support/find"), Search)).Path + "/screen");

        var refused = await agent.SubmitAsync(page, ("Number", "123 456"), ("Lost", "Nonsense"), ("Has", "Support, Attended"));

        Assert.Contains("Choose what they say they have lost", refused.Words, StringComparison.Ordinal);
        Assert.Equal("123 456", refused.Field("Number"));
        Assert.DoesNotContain("type=\"password\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_did_not_read_it_out_says_no_and_shows_another()
    {
        await Provider.CreateAccountAsync();
        using var citizen = Provider.Browser();
        var agent = await Staff.HireAsync("agent");
        var (screen, number) = await ShowAsync(citizen);
        await JoinAsync(agent, number);
        var asked = await citizen.OpenAsync(screen.Path);
        Assert.Contains("Was it you", asked.Words, StringComparison.Ordinal);

        await citizen.SubmitAsync(asked);
        await citizen.PostFormAsync(asked, asked.Path + "?handler=Confirm", [.. asked.Hidden]);

        Assert.DoesNotContain("one more thing", (await citizen.OpenAsync(screen.Path)).Words, StringComparison.Ordinal);
    }

    /// <summary>The citizen shows a number, the agent connects the account, the citizen says that it was they.</summary>
    private async Task<Page> ConnectAsync(TestStaff.Employed agent, TestBrowser citizen)
    {
        var (screen, number) = await ShowAsync(citizen);
        await JoinAsync(agent, number);
        var asked = await citizen.OpenAsync(screen.Path);
        return await citizen.PostFormAsync(asked, asked.Path + "?handler=Confirm", [.. asked.Hidden]);
    }

    private static async Task<(Page Screen, string Number)> ShowAsync(TestBrowser citizen)
    {
        var who = await citizen.SubmitAsync(await citizen.OpenAsync("/recover"), ("Chosen", "Everything"));
        var screen = await citizen.SubmitAsync(await citizen.OpenAsync(who.Path.Replace("/account", "/screen", StringComparison.Ordinal)));
        return (screen, Regex.Match(screen.Words, @"\b(\d{3}) (\d{3})\b") is { Success: true } shown ? shown.Groups[1].Value + shown.Groups[2].Value : "");
    }

    private async Task JoinAsync(TestStaff.Employed agent, string number, string lost = "Everything", string has = "None")
    {
        using var browser = At(agent);
        var account = await browser.SubmitAsync(await browser.OpenAsync("/support/find"), Search);
        await browser.SubmitAsync(await browser.OpenAsync(account.Path + "/screen"), ("Number", number), ("Lost", lost), ("Has", has));
    }

    /// <summary>One asks for a way back, the other agrees, and a day passes.</summary>
    private async Task AllowAsync(TestStaff.Employed agent, TestStaff.Employed colleague)
    {
        using var browser = At(agent);
        var account = await browser.SubmitAsync(await browser.OpenAsync("/support/find"), Search);
        var act = await browser.OpenAsync(account.Path + "/act?cannotSignIn=true");
        await browser.SubmitAsync(act, ("Chosen", "StartRecovery"), ("Words", "she lost all of it in a fire"));

        using var other = At(colleague);
        var requests = await other.OpenAsync("/support/requests");
        var request = Regex.Match(requests.Html, "name=\"Request\" value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        await other.SubmitAsync(requests with { Address = new Uri(requests.Address, "/support/requests?handler=Approve") }, ("Request", request));
        Provider.Clock.Advance(Day);
        await Provider.Get<AgreedChanges>().ExecuteDueAsync(Cancellation);
    }

    private async Task<Guid> AliceAsync() => (await Provider.Get<Identity.Domain.Accounts.AccountStore>().FindByEmailAsync(
        Identity.Domain.Accounts.EmailAddress.Parse("alice@example.test"), Cancellation))!.Id; // Just created.
}
