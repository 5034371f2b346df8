using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Holds;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>What staff hold ends by itself, and what they close can be opened again for two weeks.</summary>
public abstract class HoldTests(StorageProvider provider) : ActingTest(provider)
{
    private static readonly TimeSpan Pause = new SupportOptions().Pause;

    private static readonly TimeSpan Closing = new SupportOptions().Closing;

    private SupportHolds Holds => Domain.Get<SupportHolds>();

    [Fact]
    public async Task A_pause_ends_by_itself_and_its_owner_is_told_before_and_after()
    {
        await CallAsync();
        await AskAsync(SupportAction.Freeze);
        await MailAsync(SupportMessages.Paused);

        Domain.Clock.Advance(Pause - TimeSpan.FromSeconds(1));
        await Holds.EndDueAsync(Cancellation);
        Assert.NotNull(await HoldAsync());

        Domain.Clock.Advance(TimeSpan.FromSeconds(1));
        await Holds.EndDueAsync(Cancellation);
        Assert.Null(await HoldAsync());
        await MailAsync(AccountMessages.AccountReleased);
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.SupportPauseEnded);
    }

    [Fact]
    public async Task A_pause_that_is_renewed_goes_on()
    {
        await CallAsync();
        Assert.IsType<ActOutcome.Nothing>(await AskAsync(SupportAction.RenewPause));
        await AskAsync(SupportAction.Freeze);
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<ActOutcome.Done>(await AskAsync(SupportAction.RenewPause));

        Domain.Clock.Advance(Pause - TimeSpan.FromSeconds(1));
        await Holds.EndDueAsync(Cancellation);
        Assert.NotNull(await HoldAsync());
    }

    [Fact]
    public async Task What_its_owner_held_since_does_not_end_with_the_pause()
    {
        await CallAsync();
        await AskAsync(SupportAction.Freeze);
        var owner = await OwnerAsync();
        await Domain.Get<AccountHolds>().ReleaseAsync(owner, "test", Cancellation);
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        await Domain.Get<AccountHolds>().HoldAsync(owner, HoldReason.Request, "test", Cancellation);

        Domain.Clock.Advance(Pause);
        await Holds.EndDueAsync(Cancellation);

        Assert.Equal(HoldReason.Request, await HoldAsync());
    }

    [Fact]
    public async Task The_account_of_somebody_who_has_died_stays_held()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.Deceased));
        await CoolAsync();

        Domain.Clock.Advance(Closing + Pause);
        await Holds.EndDueAsync(Cancellation);

        Assert.Equal(HoldReason.Review, await HoldAsync());
    }

    [Fact]
    public async Task Agreed_to_be_closed_nobody_signs_in_and_after_two_weeks_nothing_is_left_to_sign_in_with()
    {
        await CallAsync();
        await new TestCredentials(Domain.Services).AddPhoneAsync(Alice);
        var request = await AskedAsync(SupportAction.Close);
        Assert.Null(await HoldAsync());
        Assert.True(await ApproveAsync(Colleague, request));
        Assert.Equal(HoldReason.Request, await HoldAsync());
        await MailAsync(SupportMessages.Closing);

        Domain.Clock.Advance(Closing - TimeSpan.FromSeconds(1));
        await Changes.ExecuteDueAsync(Cancellation);
        Assert.NotNull((await OwnerAsync()).Email);
        Domain.Clock.Advance(TimeSpan.FromSeconds(1));
        await Changes.ExecuteDueAsync(Cancellation);

        Assert.Null((await OwnerAsync()).Email);
        Assert.NotNull(await HoldAsync());
        Assert.Equal(new HeldWays(), await Domain.Get<WaysInStore>().FindAsync(Alice, Cancellation));
        Assert.NotEqual(Alice, await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("alice@example.test"))));
        await MailAsync(SupportMessages.Closed);
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task The_link_opens_it_again_until_it_is_closed()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.Close));
        var token = await TokenAsync(SupportMessages.CloseAsked);
        Domain.Clock.Advance(Closing - TimeSpan.FromSeconds(1));

        Assert.True(await Changes.StopAsync(token, Cancellation));

        Assert.Null(await HoldAsync());
        Domain.Clock.Advance(TimeSpan.FromSeconds(1));
        await Changes.ExecuteDueAsync(Cancellation);
        Assert.NotNull((await OwnerAsync()).Email);
    }

    [Fact]
    public async Task An_owner_who_came_back_keeps_the_account()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.Close));
        await Domain.Get<AccountHolds>().ReleaseAsync(await OwnerAsync(), "test", Cancellation);

        Domain.Clock.Advance(Closing);
        await Changes.ExecuteDueAsync(Cancellation);

        Assert.NotNull((await OwnerAsync()).Email);
        Assert.Null(await HoldAsync());
    }

    [Fact]
    public async Task What_is_held_for_another_reason_by_now_is_not_closed()
    {
        await CallAsync();
        var request = await AskedAsync(SupportAction.Close);
        await AskAsync(SupportAction.Freeze);

        Assert.False(await ApproveAsync(Colleague, request));
    }

    private async Task<KnownAccount> OwnerAsync() => await Domain.Get<AccountStore>().FindAsync(Alice, Cancellation) ?? throw new InvalidOperationException("Alice has gone.");

    private async Task<HoldReason?> HoldAsync() => await Domain.Database.ReadAsync(
        read => read.FirstAsync(Reason, row => row.IsDBNull(0) ? (HoldReason?)null : Enum.Parse<HoldReason>(row.GetString(0)), ("id", Alice)), Cancellation);

    private static readonly Statement Reason = new("test.hold-reason", "SELECT hold_reason FROM accounts WHERE id = @id");
}

public sealed class SqliteHoldTests() : HoldTests(StorageProvider.Sqlite);

public sealed class PostgresHoldTests() : HoldTests(StorageProvider.Postgres);
