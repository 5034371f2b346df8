using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Corrections;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Web.Pages.Recovery;

namespace Identity.Tests.Web.Support;

/// <summary>
/// Somebody wants Alice's account, and has one thing that lets them come near it: a job at the support desk, or her e-mail, telephone,
/// letter box or open browser. Each does all they can, alone, waits for days, and has nothing. (Somebody at a desk who checks
/// documents: <see cref="Domain.Support.DeskReproofTests"/>.)
/// </summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class OneDishonestPersonTests : RecoverTest
{
    private const string Words = "she called and cannot sign in";
    private static readonly Uri Issuer = new("https://identity.test/");
    private Guid _passkeyId;

    protected override (string Key, string Value)[] Settings =>
        [("Support:Port", $"{TestProvider.SupportPort}"), ("Support:DangerAnyPasskey", "true"), ("Limits:PerNetwork", "100000")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("agent")]
    [InlineData("senior")]
    [InlineData("supervisor")]
    public async Task Somebody_of_the_staff_who_plays_the_caller_too(string role)
    {
        await ProtectAsync();
        var staff = Provider.Staff();
        var (thief, honest) = (await staff.HireAsync(role), await staff.HireAsync("senior"));
        var session = await staff.SessionAsync(thief);
        var look = Assert.IsType<LookOutcome.Opened>(await Provider.Get<AccountLookup>().FindAsync(
            session, new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, Words), Cancellation)).Look;

        // Their own screen is connected as hers.
        var screen = await ConnectAsync(thief, look);
        // Of all that could take it over only a way back needs no caller who was checked, and that a colleague has to allow.
        await AssertRefusedAsync(session, look);
        Assert.IsType<ActOutcome.Drawn>(await Provider.Get<SupportActions>().ActAsync(
            session, look, new ActionRequest(SupportAction.StartRecovery, null, Words) { CannotSignIn = true }, Issuer, Cancellation));
        var request = Assert.Single(await Provider.Get<DrawnRequests>().WaitingForAsync(await staff.SessionAsync(honest), Cancellation)).Id;
        Assert.False(await Provider.Get<SecondEyes>().ApproveAsync(session, request, Cancellation));
        await PostAsync(thief, "/support/requests?handler=Approve", ("Request", request.ToString("D")));

        await AssertStillHersAsync(screen);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("senior")]
    [InlineData("supervisor")]
    public async Task Somebody_of_the_staff_who_makes_themselves_more(string role)
    {
        await ProtectAsync();
        var staff = Provider.Staff();
        var thief = await staff.HireAsync(role);
        var session = await staff.SessionAsync(thief);

        // No second self: neither another role of theirs nor somebody whom they invent.
        Assert.False(session.May(Permission.ManageStaff) || session.May(Permission.ManageRoles));
        await PostAsync(thief, "/support/roles?handler=Propose", ("Staff", thief.Id.ToString("D")), ("Role", RoleTable.Operator));
        await PostAsync(thief, "/support/staff/invite", ("Name", "Nobody"), ("Email", "nobody@staff.test"), ("Role", "senior"));
        Assert.Empty(await Provider.Get<RoleAssignments>().WaitingAsync(Cancellation));
        Assert.DoesNotContain(await Provider.Get<StaffDirectory>().ListAsync(Cancellation), member => member.Name == "Nobody");
        // What breaks glass opens accounts to the eye, with alarms, and does nothing with them.
        if (await Provider.Get<BreakGlass>().BreakAsync(session, Words, Cancellation) is GlassOutcome.Broken)
        {
            var look = Assert.IsType<LookOutcome.Opened>(await Provider.Get<AccountLookup>().FindAsync(
                session, new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, Words), Cancellation)).Look;
            await AssertRefusedAsync(session, look);
        }

        await AssertStillHersAsync(Browser);
    }

    [Fact]
    public async Task An_operator_who_invents_two_colleagues()
    {
        await ProtectAsync();
        var staff = Provider.Staff();
        var (thief, _) = await staff.FoundAsync();
        var invented = new List<TestStaff.Employed>();
        foreach (var role in new[] { "agent", "senior" })
        {
            invented.Add(await staff.EnrolAsync(await Provider.Get<StaffInvitations>().InviteAsync(
                TestStaff.Invitee($"{role}@invented.test", role, role), AuditSubject.Staff(thief.Id), Cancellation)));
        }

        // Whoever invited somebody does not say who they are, nor does one who was invented say it of the other.
        foreach (var one in invented)
        {
            Assert.False(await staff.WitnessAsync(thief, one));
            Assert.False((await staff.SessionAsync(one)).May(Permission.Find));
        }
        Assert.False(await staff.WitnessAsync(invented[0], invented[1]));

        await AssertStillHersAsync(Browser);
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("Passkey")]
    [InlineData("Everything")]
    [InlineData("Control")]
    public async Task Who_reads_her_email(string lost)
    {
        await ProtectAsync();
        using var thief = Provider.Browser();
        var begun = await BeginAsync(thief, lost);

        // Whoever has lost everything has no e-mail either.
        if (lost != "Everything")
            Assert.EndsWith("/how", (await ByEmailAsync(thief, begun, 1)).Path, StringComparison.Ordinal);

        await AssertStillHersAsync(thief);
    }

    [Fact]
    public async Task Who_reads_her_email_while_staff_let_her_try()
    {
        await ProtectAsync();
        await Provider.Get<Recoveries>().AllowAsync(Alice, LostThing.Everything, Cancellation);
        using var thief = Provider.Browser();

        Assert.EndsWith("/how", (await ByEmailAsync(thief, await BeginAsync(thief, "Passkey"), 1)).Path, StringComparison.Ordinal);

        await AssertStillHersAsync(thief);
    }

    [Fact]
    public async Task Who_reads_the_email_of_an_account_with_a_password_alone_waits_and_is_stopped()
    {
        using var thief = Provider.Browser();
        var wait = await ByEmailAsync(thief, await BeginAsync(thief, "Password"), 1);
        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);

        await Provider.SignInAsync(Browser, Alice);
        var home = await Browser.OpenAsync("/");
        await Browser.PostFormAsync(home, "/?handler=Stop", [.. home.Hidden]);

        await AssertStillHersAsync(thief);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_holds_her_telephone(bool passkey)
    {
        if (passkey)
            await ProtectAsync();
        await Provider.Credentials.AddPhoneAsync(Alice);
        using var thief = Provider.Browser();

        var show = await ChooseAsync(thief, await BeginAsync(thief, "Password"), "PhoneCode");
        var text = (await MailAsync(1, message => message.Destination.StartsWith('+') && message.Body.Contains("is your", StringComparison.Ordinal)))[0];
        var more = await thief.SubmitAsync(show, ("Code", Regex.Match(text.Body, @"\d{6}").Value));

        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);
        await AssertStillHersAsync(thief);
    }

    [Fact]
    public async Task Who_opens_her_letter_box()
    {
        var dora = await Provider.CreateAccountAtHomeAsync("dora@example.test");
        await Provider.Credentials.AddPasskeyAsync(dora, new SoftwareAuthenticator("http://localhost:5000"));
        using var thief = Provider.Browser();

        var show = await ChooseAsync(thief, await BeginAsync(thief, "Everything", "dora@example.test"), "LetterCode");
        var letter = (await MailAsync(1, message => message.Channel is MessageChannel.Letter))[0];
        var more = await thief.SubmitAsync(show, ("Code", Regex.Match(letter.Body, @"(?m)^[0-9A-Z]{5}[ -][0-9A-Z]{5}$").Value));

        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(dora, Cancellation));
        await AssertStillHersAsync(thief);
    }

    [Fact]
    public async Task Who_sits_down_at_her_open_browser()
    {
        await ProtectAsync();
        await Provider.SignInAsync(Browser, Alice);
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        // Everything that would let them in again asks who is there.
        foreach (var path in new[] { "/account/passkeys/add", "/account/backup-codes", "/account/recovery-contacts", "/account/authenticator-app", "/account/phones/add", "/account/email", "/account/address" })
        {
            var page = await Browser.OpenAsync(path);
            var after = page.Path == path ? await Browser.SubmitAsync(page) : page;
            Assert.True(after.Path.StartsWith("/sign-in/", StringComparison.Ordinal), $"{path} led to {after.Path}.");
        }
        var password = await Browser.OpenAsync("/account/password");
        await Browser.SubmitAsync(password, ("PresentPassword", "guessed-by-a-thief"), ("NewPassword", NewPassword));
        // Nor is a session something to show on the way back in.
        var how = await BeginAsync(Browser, "Password");
        Assert.EndsWith("/how", how.Path, StringComparison.Ordinal);

        await AssertStillHersAsync(Browser);
    }

    /// <summary>With a passkey and an app, so that no single thing of hers is enough.</summary>
    private async Task ProtectAsync()
    {
        _passkeyId = (await Provider.Credentials.AddPasskeyAsync(Alice, new SoftwareAuthenticator("http://localhost:5000"))).Id;
        await Provider.Credentials.AddAppAsync(Alice);
    }

    /// <summary>No caller was checked, so that no colleague is even asked.</summary>
    private async Task AssertRefusedAsync(StaffSession session, Guid look)
    {
        ActionRequest[] wanted =
        [
            new(SupportAction.RemoveApp, null, Words), new(SupportAction.RemovePasskey, _passkeyId, Words),
            new(SupportAction.CorrectEmail, null, Words) { Correction = new(EvidenceKind.Passport) { Email = EmailAddress.Parse("thief@example.test") } },
        ];
        foreach (var request in wanted)
            Assert.IsType<ActOutcome.CallerUnknown>(await Provider.Get<SupportActions>().ActAsync(session, look, request, Issuer, Cancellation));
    }

    /// <summary>Sends what a page would send to whoever may open it.</summary>
    private async Task PostAsync(TestStaff.Employed staff, string path, params (string, string)[] values)
    {
        using var browser = Provider.StaffBrowser(staff);
        var page = await browser.OpenAsync("/support");
        await browser.PostFormAsync(page, path, [.. page.Hidden, .. values.Select(value => KeyValuePair.Create(value.Item1, value.Item2))]);
    }

    /// <summary>Reads the number on their own screen, types it as a colleague's caller would have it read out, and says yes.</summary>
    private async Task<TestBrowser> ConnectAsync(TestStaff.Employed staff, Guid look)
    {
        var who = await Browser.SubmitAsync(await Browser.OpenAsync("/recover"), ("Chosen", "Everything"));
        var screen = await Browser.SubmitAsync(await Browser.OpenAsync(who.Path.Replace("/account", "/screen", StringComparison.Ordinal)));
        using var desk = Provider.StaffBrowser(staff);
        await desk.SubmitAsync(await desk.OpenAsync($"/support/accounts/{look:D}/screen"),
            ("Number", Regex.Match(screen.Words, @"\b\d{3} \d{3}\b").Value), ("Lost", "Everything"));
        var asked = await Browser.OpenAsync(screen.Path);
        Assert.EndsWith("/how", (await Browser.PostFormAsync(asked, asked.Path + "?handler=Confirm", [.. asked.Hidden])).Path, StringComparison.Ordinal);
        return Browser;
    }

    /// <summary>Days later nobody but Alice is in her account, and what it is signed in to with is what it was.</summary>
    private async Task AssertStillHersAsync(TestBrowser thief)
    {
        var ways = await Provider.Get<WaysInStore>().FindAsync(Alice, Cancellation);
        Provider.Clock.Advance(TimeSpan.FromDays(3));
        await Provider.Get<AgreedChanges>().ExecuteDueAsync(Cancellation);

        Assert.NotEqual("/", (await thief.OpenAsync("/")).Path);
        Assert.Equal(ways, await Provider.Get<WaysInStore>().FindAsync(Alice, Cancellation));
        Assert.Equal("alice@example.test", (await Provider.Get<AccountStore>().FindAsync(Alice, Cancellation))?.Email);
        Assert.DoesNotContain(await Provider.Get<Recoveries>().OfAccountAsync(Alice, Cancellation), one => one.Ending is RecoveryEnding.Completed);
        Assert.Empty((await Provider.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }
}
