using Identity.Domain.Accounts;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Sdk;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Alice's account is protected by more than a password.</summary>
[Spec("NIST SP 800-63B-4", "4.2.2")]
public sealed class RecoverProtectedTests : RecoverTest
{
    [Fact]
    public async Task Whoever_holds_the_email_alone_gets_nowhere_where_an_app_stands()
    {
        await Provider.Credentials.AddAppAsync(Alice);

        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);

        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);
        Assert.Contains("one more thing", more.Words, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_email_and_the_app_open_at_once()
    {
        var app = await Provider.Credentials.AddAppAsync(Alice);
        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);

        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, more, "AppCode"), ("Code", app.CodeAt(Provider.Clock.GetUtcNow())));

        Assert.EndsWith("/finish", finish.Path, StringComparison.Ordinal);
        await Browser.SubmitAsync(finish, ("NewPassword", NewPassword));
        Assert.True((await Provider.Get<WaysInStore>().FindAsync(Alice, TestContext.Current.CancellationToken)).App);
    }

    [Fact]
    public async Task What_was_lost_is_removed_and_something_new_can_be_added_at_once()
    {
        await Provider.Credentials.AddAppAsync(Alice);
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "App"), 1);
        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, more, "BackupCode"), ("Code", codes[0]));

        await Browser.SubmitAsync(finish);

        Assert.False((await Provider.Get<WaysInStore>().FindAsync(Alice, TestContext.Current.CancellationToken)).App);
        Assert.True(await CanSignInAsync(TestProvider.Password));
        Assert.Equal("/account/authenticator", (await Browser.OpenAsync("/account/authenticator")).Path);
    }

    [Fact]
    public async Task A_lost_passkey_needs_two_things_and_passkeys_stay()
    {
        await Provider.Credentials.AddPasskeyAsync(Alice, new SoftwareAuthenticator("http://localhost:5000"));
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "Passkey"), 1);
        var finish = await Browser.SubmitAsync(await ChooseAsync(Browser, more, "BackupCode"), ("Code", codes[0]));
        await Browser.SubmitAsync(finish, ("NewPassword", NewPassword));

        Assert.Equal(1, (await Provider.Get<WaysInStore>().FindAsync(Alice, TestContext.Current.CancellationToken)).Passkeys);
        // Nothing else could confirm it, and for a while nothing else is asked.
        Assert.Equal("/account/passkeys/add", (await Browser.OpenAsync("/account/passkeys/add")).Path);
        Provider.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("/account/passkeys/add", (await Browser.OpenAsync("/account/passkeys/add")).Path);
        Provider.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEqual("/account/passkeys/add", (await Browser.OpenAsync("/account/passkeys/add")).Path);
    }

    [Fact]
    public async Task An_account_given_back_is_never_called_two_factors()
    {
        var proofs = Proofs.Of(new Proof(ProofMethod.Recovery, Provider.Clock.GetUtcNow()), new Proof(ProofMethod.Password, Provider.Clock.GetUtcNow()));

        Assert.Equal(CredentialTrust.Aal1, proofs.Facts()?.Trust);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_password_and_the_email_wait_where_an_app_stood()
    {
        await Provider.Credentials.AddAppAsync(Alice);
        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "App"), 1);

        var wait = await Browser.SubmitAsync(await ChooseAsync(Browser, more, "Password"), ("Password", TestProvider.Password));

        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_others_hold_is_not_opened_by_its_owner_alone()
    {
        var account = await Provider.Get<AccountStore>().FindAsync(Alice, TestContext.Current.CancellationToken);
        await Provider.Get<AccountHolds>().HoldAsync(account!, HoldReason.Review, "staff", TestContext.Current.CancellationToken);

        var answer = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);

        Assert.Contains("We are checking something", answer.Words, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_staff_allow_waits_and_asks_for_something_of_the_owners_own()
    {
        await Provider.Credentials.AddAppAsync(Alice);
        await Provider.Get<Recoveries>().AllowAsync(Alice, LostThing.Everything, TestContext.Current.CancellationToken);

        // The mailbox may be what was stolen.
        Assert.EndsWith("/how", (await ByEmailAsync(Browser, await BeginAsync(Browser, "App"), 1)).Path, StringComparison.Ordinal);
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        using var owner = Provider.Browser();
        var wait = await owner.SubmitAsync(await ChooseAsync(owner, await BeginAsync(owner, "App"), "BackupCode"), ("Code", codes[0]));
        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);
        Provider.Clock.Advance(Wait);

        var finish = await owner.OpenAsync(wait.Path);
        Assert.EndsWith("/finish", finish.Path, StringComparison.Ordinal);
        // What staff took to be lost does not count beside what its owner says: the password stays, and none is asked for.
        Assert.Equal("/recover/done", (await owner.SubmitAsync(finish)).Path);
        Assert.True(await CanSignInAsync(TestProvider.Password));
        Assert.False((await Provider.Get<WaysInStore>().FindAsync(Alice, TestContext.Current.CancellationToken)).App);
    }

    [Fact]
    public async Task A_sixth_way_back_within_a_day_is_too_many()
    {
        var recoveries = Provider.Get<Recoveries>();
        for (var at = 0; at < 5; at++)
        {
            Assert.IsType<RecoveryProgress.Waiting>(await recoveries.TryAsync(Alice, LostThing.Password, RecoveryProofs.EmailCode, TestContext.Current.CancellationToken));
            await recoveries.CancelAsync(Alice, "owner", TestContext.Current.CancellationToken);
        }

        Assert.IsType<RecoveryProgress.TooMany>(await recoveries.TryAsync(Alice, LostThing.Password, RecoveryProofs.EmailCode, TestContext.Current.CancellationToken));
        // Whoever can show enough is not kept out by it.
        Assert.IsType<RecoveryProgress.Open>(
            await recoveries.TryAsync(Alice, LostThing.Password, RecoveryProofs.EmailCode | RecoveryProofs.BackupCode, TestContext.Current.CancellationToken));
    }
}
