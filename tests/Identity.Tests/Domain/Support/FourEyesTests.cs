using Identity.Domain.Audit;
using Identity.Domain.Recovery;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>What could take an account over needs the caller, two people who did not choose each other, and the citizen's silence.</summary>
public abstract class FourEyesTests(StorageProvider provider) : ActingTest(provider)
{
    [Fact]
    public async Task Asked_by_one_agreed_by_another_it_is_done_after_a_day_and_both_are_named()
    {
        await CallAsync();
        var request = await AskedAsync();
        Assert.True(await ApproveAsync(Colleague, request));

        await CoolAsync();

        Assert.False(await HasAppAsync());
        var history = await HistoryAsync(AuditSubject.Account(Alice));
        Assert.Contains(history, entry => entry.Event == AuditEvents.SupportRequested && entry.Actor == AuditSubject.Staff(Agent.Id).Value);
        Assert.Contains(history, entry => entry.Event == AuditEvents.SupportApproved && entry.Actor == AuditSubject.Staff(Colleague.Id).Value);
        foreach (var staff in new[] { Agent, Colleague })
            Assert.Contains(await HistoryAsync(AuditSubject.Staff(staff.Id)), entry => entry.Event == AuditEvents.SupportExecuted);
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task Before_the_day_is_over_nothing_is_done()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync());

        Domain.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        Assert.Equal(0, await Changes.ExecuteDueAsync(Cancellation));
    }

    [Fact]
    public async Task A_caller_who_has_shown_nothing_gets_nothing_however_much_the_agent_says()
    {
        await CallAsync();

        Assert.IsType<ActOutcome.CallerUnknown>(await AskAsync());
        Assert.Empty(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation));
    }

    [Fact]
    public async Task Whoever_asks_is_never_the_second_pair_of_eyes()
    {
        await CallAsync();
        var request = await AskedAsync();

        Assert.False(await ApproveAsync(Agent, request));
        await CoolAsync();
        Assert.True(await HasAppAsync());
    }

    [Fact]
    public async Task Nobody_but_the_one_who_was_drawn_agrees()
    {
        await CallAsync();
        var request = await AskedAsync();
        var accomplice = await Staff.HireAsync("supervisor");

        Assert.Empty(await Drawn.WaitingForAsync(await Staff.SessionAsync(accomplice), Cancellation));
        Assert.False(await ApproveAsync(accomplice, request));
    }

    [Fact]
    public async Task With_nobody_on_line_nothing_is_asked()
    {
        await CallAsync();
        await PassAsync();
        await Domain.Get<StaffSessions>().EndAsync(await Staff.SessionAsync(Colleague), Cancellation);

        Assert.IsType<ActOutcome.NobodyOnLine>(await AskAsync());
    }

    [Fact]
    public async Task A_colleague_is_never_drawn_for_their_own_account()
    {
        await CallAsync();
        await PassAsync();
        await Domain.Get<StaffSessions>().EndAsync(await Staff.SessionAsync(Colleague), Cancellation);
        await Staff.HireAsync("senior", "alice@example.test");

        Assert.IsType<ActOutcome.NobodyOnLine>(await AskAsync());
    }

    [Fact]
    public async Task Who_has_lost_the_role_agrees_to_nothing()
    {
        await CallAsync();
        var request = await AskedAsync();
        var session = await Staff.SessionAsync(Colleague);
        var (ada, _) = await Staff.FoundAsync();
        await Domain.Get<StaffDirectory>().EndAsync((await Staff.SessionAsync(ada)).Staff, Colleague.Id, Cancellation);

        // The page was open when the role went.
        Assert.False(await Eyes.ApproveAsync(session, request, Cancellation));
    }

    [Fact]
    public async Task A_request_is_over_after_half_an_hour()
    {
        await CallAsync();
        var request = await AskedAsync();

        Domain.Clock.Advance(ChangeRequests.Waits);
        Colleague = await Staff.ReturnAsync(Colleague);

        Assert.False(await ApproveAsync(Colleague, request));
    }

    [Fact]
    public async Task Who_has_not_used_their_passkey_just_now_decides_nothing()
    {
        await CallAsync();
        var request = await AskedAsync();

        Domain.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.False(await ApproveAsync(Colleague, request));
        Assert.IsType<ActOutcome.Over>(await AskAsync(SupportAction.Freeze));
    }

    [Fact]
    public async Task Agreed_twice_it_is_done_once()
    {
        await CallAsync();
        var request = await AskedAsync();

        var agreed = await Task.WhenAll(ApproveAsync(Colleague, request), ApproveAsync(Colleague, request));
        Assert.Single(agreed, done => done);
        Assert.False(await ApproveAsync(Colleague, request));

        Domain.Clock.Advance(TimeSpan.FromHours(24));
        var done = await Task.WhenAll(Changes.ExecuteDueAsync(Cancellation), Changes.ExecuteDueAsync(Cancellation), Changes.ExecuteDueAsync(Cancellation));
        // The worker of the host may have been first.
        Assert.InRange(done.Sum(), 0, 1);
        Assert.Single(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.SupportExecuted);
    }

    [Fact]
    public async Task A_declined_request_is_decided()
    {
        await CallAsync();
        var request = await AskedAsync();

        Assert.True(await Eyes.DeclineAsync(await Staff.SessionAsync(Colleague), request, Cancellation));
        Assert.False(await ApproveAsync(Colleague, request));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_citizen_stops_it_by_the_link_before_and_after_it_is_agreed(bool agreed)
    {
        await CallAsync();
        var request = await AskedAsync();
        var token = await TokenAsync();
        if (agreed)
            Assert.True(await ApproveAsync(Colleague, request));

        Assert.True(await Changes.CanStopAsync(token, Cancellation));
        Assert.True(await Changes.StopAsync(token, Cancellation));

        Assert.False(await ApproveAsync(Colleague, request));
        Assert.False(await Changes.StopAsync(token, Cancellation));
        await CoolAsync();
        Assert.True(await HasAppAsync());
    }

    [Fact]
    public async Task Of_a_citizen_and_a_colleague_who_decide_at_once_the_citizen_wins()
    {
        await CallAsync();
        var request = await AskedAsync();
        var token = await TokenAsync();

        var stopped = (await Task.WhenAll(ApproveAsync(Colleague, request), Changes.StopAsync(token, Cancellation)))[1];

        Assert.True(stopped);
        await CoolAsync();
        Assert.True(await HasAppAsync());
    }

    [Fact]
    public async Task Once_it_is_done_the_link_stops_nothing()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync());
        var token = await TokenAsync();

        await CoolAsync();

        Assert.False(await Changes.StopAsync(token, Cancellation));
    }

    [Fact]
    public async Task A_guessed_link_stops_nothing()
    {
        await CallAsync();
        var request = await AskedAsync();

        Assert.False(await Changes.StopAsync("AAAAAAAAAAAAAAAAAAAAAA", Cancellation));
        Assert.True(await ApproveAsync(Colleague, request));
    }

    [Fact]
    public async Task When_the_agent_sees_that_it_is_not_the_owner_all_that_was_asked_is_closed()
    {
        await CallAsync();
        var request = await AskedAsync();

        Assert.True(await Domain.Get<CallerAlarms>().FailAsync(await Staff.SessionAsync(Agent), Look, Cancellation));

        Assert.False(await ApproveAsync(Colleague, request));
        Assert.Null(await Files.OpenAsync(await Staff.SessionAsync(Agent), Look, Cancellation));
        Assert.IsType<ActOutcome.Over>(await AskAsync(SupportAction.SignOut));
    }

    [Fact]
    public async Task Of_a_caller_who_may_be_forced_all_looks_well_and_nothing_happens_but_an_alarm()
    {
        await CallAsync();
        await Staff.HireAsync("supervisor");
        var agent = await Staff.SessionAsync(Agent);

        Assert.True(await Domain.Get<CallerAlarms>().ForceAsync(agent, Look, Cancellation));

        Assert.True((await Checks.PlanAsync(agent, Look, cannotSignIn: false, Cancellation))!.IsMet); // The look is open.
        Assert.IsType<ActOutcome.Drawn>(await AskAsync());
        Assert.Empty(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation));
        Assert.NotNull((await Files.OpenAsync(agent, Look, Cancellation))!.Hold);
        Assert.Contains(agent.Staff.Sign, await MailAsync(SupportMessages.Alarm), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_no_harm_is_done_at_once_and_told()
    {
        await CallAsync();

        Assert.IsType<ActOutcome.Done>(await AskAsync(SupportAction.SignOut));
        Assert.IsType<ActOutcome.Done>(await AskAsync(SupportAction.Freeze));
        Assert.IsType<ActOutcome.Nothing>(await AskAsync(SupportAction.Freeze));

        await MailAsync(SupportMessages.SignedOut);
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.SupportActed);
    }

    [Fact]
    public async Task A_pause_does_not_end_by_one_persons_word()
    {
        await CallAsync();
        await AskAsync(SupportAction.Freeze);

        Assert.IsType<ActOutcome.CallerUnknown>(await AskAsync(SupportAction.Unfreeze));
    }

    [Fact]
    public async Task Whoever_may_not_act_does_nothing_with_a_look_of_their_own()
    {
        await CallAsync();
        var (ada, _) = await Staff.FoundAsync();

        Assert.IsType<ActOutcome.Over>(await Actions.ActAsync(await Staff.SessionAsync(ada), Look, new ActionRequest(SupportAction.Freeze, null, Words), Issuer, Cancellation));
        Assert.False((await Staff.SessionAsync(ada)).May(Permission.Act));
    }

    [Fact]
    public async Task A_way_back_that_two_agree_on_waits_by_itself_and_the_link_stops_it_too()
    {
        await CallAsync();
        await PassAsync();
        Assert.IsType<ActOutcome.Drawn>(await AskAsync(SupportAction.StartRecovery));
        Assert.True(await ApproveAsync(Colleague, Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation)).Id));

        await Changes.ExecuteDueAsync(Cancellation);

        var now = Domain.Clock.GetUtcNow();
        var way = Assert.Single(await Domain.Get<Recoveries>().OfAccountAsync(Alice, Cancellation));
        Assert.True(way.IsOpen(now) && way.ReadyAt - now >= TimeSpan.FromHours(24));
        Assert.True(await Changes.StopAsync(await TokenAsync(), Cancellation));
        Assert.DoesNotContain(await Domain.Get<Recoveries>().OfAccountAsync(Alice, Cancellation), one => one.IsOpen(now));
    }
}

public sealed class SqliteFourEyesTests() : FourEyesTests(StorageProvider.Sqlite);

public sealed class PostgresFourEyesTests() : FourEyesTests(StorageProvider.Postgres);
