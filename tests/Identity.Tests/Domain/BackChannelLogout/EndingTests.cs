using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Grants;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Holds;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;
using Identity.Tests.Domain.Credentials;

namespace Identity.Tests.Domain.BackChannelLogout;

/// <summary>Every way in which a session ends, and who has to be told of it: whoever it shared with, and nobody else.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.3")]
public abstract class EndingTests(StorageProvider provider) : LogoutTest(provider)
{
    [Fact]
    public async Task Signing_out_tells_of_that_session_alone()
    {
        await ShareAsync();

        await Sessions.EndAsync(Laptop, Cancellation);

        await TellsAsync(LaptopAppointments, LaptopRecords);
    }

    [Fact]
    public async Task Signing_out_twice_tells_once()
    {
        await ShareAsync();

        await Sessions.EndAsync(Telephone, Cancellation);
        await Sessions.EndAsync(Telephone, Cancellation);

        await TellsAsync(TelephoneAppointments);
    }

    [Fact]
    public async Task A_device_that_is_signed_out_from_another_one_is_told_of()
    {
        await ShareAsync();

        await Domain.Get<SignedInDevices>().EndAsync(Laptop, Telephone.Id, Cancellation);

        await TellsAsync(TelephoneAppointments);
    }

    [Fact]
    public async Task A_device_of_somebody_else_is_not_signed_out_and_nobody_is_told()
    {
        await ShareAsync();

        Assert.False(await Domain.Get<SignedInDevices>().EndAsync(Laptop, Bobs.Id, Cancellation));

        await TellsAsync();
    }

    [Fact]
    public async Task Every_other_device_signed_out_is_told_of()
    {
        await ShareAsync();

        Assert.NotEqual(0, await Domain.Get<SignedInDevices>().EndOthersAsync(Laptop, Cancellation));

        await TellsAsync(TelephoneAppointments);
    }

    [Fact]
    public async Task Another_password_tells_of_every_other_session()
    {
        await ShareAsync();
        var account = await Domain.Get<AccountStore>().FindAsync(Alice, Cancellation);

        Assert.IsType<PasswordChangeOutcome.Changed>(await Domain.Get<PasswordChange>().TryAsync(
            Telephone, account!, NewAccounts.Password, "marble-lantern-orchard", SignedInCitizen.Home, null, Cancellation)); // Alice is there.

        await TellsAsync(LaptopAppointments, LaptopRecords);
    }

    [Fact]
    public async Task A_way_back_that_is_gone_tells_of_every_session_also_of_those_whose_time_ran_out()
    {
        await ShareAsync();
        var recovery = await Domain.Get<Recoveries>().AllowAsync(Alice, LostThing.Password, Cancellation);
        Domain.Clock.Advance(TimeSpan.FromHours(24));
        var later = await StartAsync(Alice);
        await GiveAsync(later, "records");

        Assert.IsType<RecoveryOutcome.Completed>(await Domain.Get<RecoveryCompletion>().TryAsync(recovery, LostThing.Password, "marble-lantern-orchard", null, Cancellation));

        await TellsAsync(LaptopAppointments, LaptopRecords, TelephoneAppointments, (later.Id, "records"));
    }

    [Fact]
    public async Task An_account_that_is_held_tells_of_every_session()
    {
        await ShareAsync();
        var account = await Domain.Get<AccountStore>().FindAsync(Alice, Cancellation);

        Assert.True(await Domain.Get<AccountHolds>().HoldAsync(account!, HoldReason.Safety, "operator", Cancellation)); // Alice is there.

        await TellsAsync(LaptopAppointments, LaptopRecords, TelephoneAppointments);
    }

    [Theory]
    [InlineData(SupportAction.SignOut)]
    [InlineData(SupportAction.Freeze)]
    public async Task What_support_ends_tells_of_every_session(SupportAction action)
    {
        await ShareAsync();

        Assert.IsType<ActOutcome.Done>(await AskAsync(action));

        await TellsAsync(LaptopAppointments, LaptopRecords, TelephoneAppointments);
    }

    [Fact]
    public async Task An_account_that_is_closed_tells_of_every_session_once()
    {
        await ShareAsync();
        var holds = Domain.Get<SupportHolds>();

        Assert.True(await Domain.Database.WriteAsync(write => holds.CloseAsync(write, Alice), Cancellation));
        Assert.NotNull(await Domain.Database.WriteAsync(write => Domain.Get<AccountClosure>().ApplyAsync(write, Alice), Cancellation));

        await TellsAsync(LaptopAppointments, LaptopRecords, TelephoneAppointments);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_at_the_same_browser_ends_the_session_and_it_is_told_of()
    {
        await ShareAsync();

        await StartAsync(Bobs.AccountId, Laptop);

        await TellsAsync(LaptopAppointments, LaptopRecords);
    }

    [Fact]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "2.4")]
    public async Task Who_signs_in_again_goes_on_and_at_the_end_each_sid_that_was_given_out_is_told()
    {
        await ShareAsync();
        var again = await StartAsync(Alice, Laptop);
        var grant = await GiveAsync(again, "records");
        await TellsAsync();
        Assert.Equal(again.Id, grant.SidSession);

        await Sessions.EndAsync(await StartAsync(Alice, again), Cancellation);

        await TellsAsync(LaptopAppointments, LaptopRecords, (again.Id, "records"));
    }

    [Fact]
    public async Task The_sid_in_later_ID_tokens_of_what_goes_on_stays_the_first()
    {
        await ShareAsync();
        var grant = await GiveAsync(Laptop, "records");

        await StartAsync(Alice, await StartAsync(Alice, Laptop));

        Assert.Equal(Laptop.Id, (await Domain.Get<GrantStore>().FindAsync(grant.Id, Cancellation))?.SidSession);
    }

    [Fact]
    public async Task Whose_consent_was_withdrawn_meanwhile_is_told_too_because_its_own_session_may_go_on()
    {
        await ShareAsync();
        await Domain.Get<ConsentStore>().GiveAsync(Alice, "records", new ConsentDecision(["openid"], [], []), Cancellation);
        await Domain.Get<ConsentStore>().WithdrawAsync(Alice, "records", Cancellation);

        await Sessions.EndAsync(await StartAsync(Alice, Laptop), Cancellation);

        await TellsAsync(LaptopAppointments, LaptopRecords);
    }

    [Fact]
    public async Task What_outlives_the_session_is_told_of_its_end_and_goes_on()
    {
        await ShareAsync();
        var offline = await GiveAsync(Telephone, "records", grant => grant with { Offline = true, ExpiresAt = Domain.Clock.GetUtcNow().AddDays(30) });

        await Sessions.EndAsync(Telephone, Cancellation);

        await TellsAsync(TelephoneAppointments, (Telephone.Id, "records"));
        Assert.NotNull(await Domain.Get<GrantStore>().FindAsync(offline.Id, Cancellation));
    }

    [Fact]
    public async Task Who_was_given_no_ID_token_knows_no_session_and_is_left_alone()
    {
        await ShareAsync();
        await GiveAsync(Telephone, "records", grant => grant with { Scopes = ["profile"] });

        await Sessions.EndAsync(Telephone, Cancellation);

        await TellsAsync(TelephoneAppointments);
    }

    [Fact]
    public async Task A_session_whose_time_runs_out_tells_nobody()
    {
        await ShareAsync();

        Domain.Clock.Advance(TimeSpan.FromHours(13));

        await TellsAsync();
    }

    [Fact]
    public async Task An_ending_that_does_not_happen_tells_nobody()
    {
        await ShareAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Domain.Database.WriteAsync<bool>(async write =>
        {
            Assert.True(await SessionEndings.EndAsync(write, Laptop.Id, Alice, Domain.Clock.GetUtcNow()));
            throw new InvalidOperationException("The rest of the change failed.");
        }, Cancellation));

        await TellsAsync();
    }
}

public sealed class SqliteEndingTests() : EndingTests(StorageProvider.Sqlite);

public sealed class PostgresEndingTests() : EndingTests(StorageProvider.Postgres);
