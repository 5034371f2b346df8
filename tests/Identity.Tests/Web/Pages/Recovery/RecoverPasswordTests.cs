using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Recovery;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Alice has a password and an e-mail address, and forgets the password.</summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class RecoverPasswordTests : RecoverTest
{
    [Fact]
    public async Task An_email_alone_waits_a_day_and_then_a_new_password_is_chosen()
    {
        var wait = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);

        Provider.Clock.Advance(Wait);
        var finish = await Browser.OpenAsync(wait.Path);
        Assert.EndsWith("/finish", finish.Path, StringComparison.Ordinal);
        var done = await Browser.SubmitAsync(finish, ("NewPassword", NewPassword));

        Assert.Equal("/recover/done", done.Path);
        Assert.Equal("/", (await Browser.OpenAsync("/")).Path);
        Assert.True(await CanSignInAsync(NewPassword));
        Assert.False(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task Before_the_day_is_over_nothing_opens()
    {
        var wait = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        Provider.Clock.Advance(Wait - TimeSpan.FromMinutes(1));

        Assert.EndsWith("/wait", (await Browser.OpenAsync(wait.Path)).Path, StringComparison.Ordinal);
        var finish = await Browser.OpenAsync(wait.Path.Replace("/wait", "/finish", StringComparison.Ordinal));
        Assert.EndsWith("/wait", (await Browser.SubmitAsync(finish, ("NewPassword", NewPassword))).Path, StringComparison.Ordinal);
        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task A_backup_code_opens_at_once()
    {
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);

        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, await BeginAsync(Browser, "Password"), "BackupCode"), ("Code", codes[0]));
        await Browser.SubmitAsync(finish, ("NewPassword", NewPassword));

        Assert.True(await CanSignInAsync(NewPassword));
    }

    [Fact]
    public async Task A_guessable_new_password_is_refused_in_words_and_the_way_stays_open()
    {
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, await BeginAsync(Browser, "Password"), "BackupCode"), ("Code", codes[0]));

        var refused = await Browser.SubmitAsync(finish, ("NewPassword", "passwordpassword"));
        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        Assert.Contains("easy to guess", refused.Words, StringComparison.Ordinal);

        Assert.Equal("/recover/done", (await Browser.SubmitAsync(refused, ("NewPassword", NewPassword))).Path);
    }

    [Fact]
    public async Task The_same_shown_again_on_another_browser_goes_on_with_what_was_begun()
    {
        await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        Provider.Clock.Advance(Wait);

        using var elsewhere = Provider.Browser();
        Assert.EndsWith("/finish", (await ByEmailAsync(elsewhere, await BeginAsync(elsewhere, "Password"), 2)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begun_twice_it_waits_once_and_tells_its_owner_once()
    {
        await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        using var elsewhere = Provider.Browser();
        await ByEmailAsync(elsewhere, await BeginAsync(elsewhere, "Password"), 2);

        Assert.Single(await Provider.Get<Recoveries>().OfAccountAsync(Alice, TestContext.Current.CancellationToken));
        Assert.Single(await MailAsync(1, message => message.Subject.Contains("asked to get back", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_week_it_has_to_be_begun_again()
    {
        var wait = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        Provider.Clock.Advance(Wait + TimeSpan.FromDays(6));
        Assert.EndsWith("/finish", (await Browser.OpenAsync(wait.Path)).Path, StringComparison.Ordinal);
        Provider.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.BadRequest, (await Browser.OpenAsync(wait.Path)).Status);
        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task Completed_once_it_is_over()
    {
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, await BeginAsync(Browser, "Password"), "BackupCode"), ("Code", codes[0]));
        await Browser.SubmitAsync(finish, ("NewPassword", NewPassword));

        Assert.Equal(HttpStatusCode.BadRequest, (await Browser.SubmitAsync(finish, ("NewPassword", "another-lantern-orchard"))).Status);
        Assert.True(await CanSignInAsync(NewPassword));
    }

    [Fact]
    public async Task Everybody_else_is_signed_out_and_the_audit_tells_what_was_shown()
    {
        using var signedIn = Provider.Browser();
        await Provider.SignInAsync(signedIn, Alice);
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, await BeginAsync(Browser, "Password"), "BackupCode"), ("Code", codes[0]));
        await Browser.SubmitAsync(finish, ("NewPassword", NewPassword));

        Assert.Equal("/welcome", (await signedIn.OpenAsync("/")).Path);
        Assert.Single(await MailAsync(1, message => message.Subject.Contains("You are back", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "Enter your email address or your sign-in ID")]
    public async Task Nothing_named_is_said_in_words(string typed, string problem)
    {
        var who = await Browser.SubmitAsync(await Browser.OpenAsync("/recover"), ("Chosen", "Password"));

        Assert.Contains(problem, (await Browser.SubmitAsync(who, ("Identifier", typed))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_in_words()
    {
        Assert.Contains("Select what you have lost", (await Browser.SubmitAsync(await Browser.OpenAsync("/recover"))).Words, StringComparison.Ordinal);
        Assert.Contains("Select how you can show", (await Browser.SubmitAsync(await BeginAsync(Browser, "Password"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_wrong_codes_kill_the_code_and_not_the_account()
    {
        var show = await ChooseAsync(Browser, await BeginAsync(Browser, "Password"), "EmailCode");
        var code = await CodeAsync(1);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var tries = 0; tries < 4; tries++)
            Assert.Contains("That is not right", (await Browser.SubmitAsync(show, ("Code", wrong))).Words, StringComparison.Ordinal);
        Provider.Clock.Advance(TimeSpan.FromMinutes(1));
        await Browser.SubmitAsync(show, ("Code", wrong));
        Provider.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.EndsWith("/EmailCode", (await Browser.SubmitAsync(show, ("Code", code))).Path, StringComparison.Ordinal);
        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task A_code_of_another_journey_is_refused()
    {
        using var other = Provider.Browser();
        await ChooseAsync(other, await BeginAsync(other, "Password"), "EmailCode");
        var code = await CodeAsync(1);

        var show = await ChooseAsync(Browser, await BeginAsync(Browser, "Password"), "EmailCode");
        Assert.EndsWith("/EmailCode", (await Browser.SubmitAsync(show, ("Code", code))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_for_creating_an_account_gets_nobody_back()
    {
        using var newcomer = Provider.Browser();
        var create = await newcomer.OpenAsync("/create");
        await newcomer.SubmitAsync(create, ("Email", "bob@example.test"));
        var code = System.Text.RegularExpressions.Regex.Match((await MailAsync(1))[0].Body, @"\b\d{6}\b").Value;

        var show = await ChooseAsync(Browser, await BeginAsync(Browser, "Password", "bob@example.test"), "EmailCode");
        Assert.EndsWith("/EmailCode", (await Browser.SubmitAsync(show, ("Code", code))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journey_of_another_browser_is_a_dead_end()
    {
        var how = await BeginAsync(Browser, "Password");
        using var other = Provider.Browser();
        await other.OpenAsync("/recover");

        Assert.Equal(HttpStatusCode.BadRequest, (await other.OpenAsync(how.Path)).Status);
    }
}
