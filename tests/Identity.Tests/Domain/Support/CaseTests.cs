using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Lookup;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>A case keeps together what is done for one citizen: one has it, everybody sees its clock, and what is known of it nobody ticks.</summary>
public abstract class CaseTests(StorageProvider provider) : ActingTest(provider)
{
    private CaseBook Book => Domain.Get<CaseBook>();

    private CaseWork Work => Domain.Get<CaseWork>();

    [Fact]
    public async Task What_two_have_to_agree_on_opens_a_case_that_the_citizen_sees()
    {
        await CallAsync();
        var request = await AskedAsync();

        var queued = Assert.Single(await Book.QueueAsync(Cancellation));
        Assert.Equal((CaseKind.Access, CaseWait.Colleague, (await Staff.SessionAsync(Colleague)).Staff.Sign), (queued.Kind, queued.Wait, queued.For));
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.CaseOpened && entry.Detail("case") == queued.Reference);

        await ApproveAsync(Colleague, request);
        Assert.Equal(CaseWait.Citizen, Assert.Single(await Book.QueueAsync(Cancellation)).Wait);
        await CoolAsync();
        Assert.Equal(CaseWait.Holder, Assert.Single(await Book.QueueAsync(Cancellation)).Wait);
        Assert.Equal(CaseStepState.Done, Assert.Single((await ViewAsync(queued.Reference)).Steps).State);
    }

    [Fact]
    public async Task Its_checklist_is_what_happened()
    {
        await CallAsync();
        await AskedAsync();
        var reference = Assert.Single(await Book.QueueAsync(Cancellation)).Reference;

        var shown = await ViewAsync(reference);

        Assert.NotNull(shown.CallerShownAt);
        Assert.Equal((CaseStepState.Waiting, SupportAction.RemoveApp), (shown.Steps[0].State, shown.Steps[0].Action));
        await Changes.StopAsync(await TokenAsync(), Cancellation);
        Assert.Equal(CaseStepState.Stopped, Assert.Single((await ViewAsync(reference)).Steps).State);
    }

    [Fact]
    public async Task The_soonest_clock_comes_first_and_what_is_late_says_so()
    {
        await CallAsync();
        await AskedAsync(SupportAction.Close);
        await AskAsync();
        var look = await LookAsync(Agent);
        var followUp = await Work.OpenAsync(await Staff.SessionAsync(Agent), look, Words, Cancellation);

        Assert.Equal([CaseKind.FollowUp, CaseKind.Ending], (await Book.QueueAsync(Cancellation)).Select(queued => queued.Kind));
        Assert.DoesNotContain(await Book.QueueAsync(Cancellation), queued => queued.IsOverdue);
        Domain.Clock.Advance(new SupportOptions().FollowUpClock);
        Assert.Equal(followUp, Assert.Single(await Book.QueueAsync(Cancellation), queued => queued.IsOverdue).Reference);
    }

    [Fact]
    public async Task One_has_it_until_they_hand_it_on()
    {
        var reference = await OpenedAsync();
        var (agent, colleague) = (await Staff.SessionAsync(Agent), await Staff.SessionAsync(Colleague));
        Assert.Equal(CaseOutcome.NotTheirs, await Work.TakeAsync(colleague, reference, Cancellation));
        Assert.Equal(CaseOutcome.NotTheirs, await Work.NoteAsync(colleague, reference, Words, Cancellation));
        Assert.Equal(CaseOutcome.NoSuchColleague, await Work.HandOnAsync(agent, reference, "ZZZZZ", Words, Cancellation));

        Assert.Equal(CaseOutcome.Done, await Work.HandOnAsync(agent, reference, "", Words, Cancellation));
        Assert.Equal(CaseWait.Anybody, Assert.Single(await Book.QueueAsync(Cancellation)).Wait);
        Assert.Equal(CaseOutcome.Done, await Work.TakeAsync(colleague, reference, Cancellation));
        Assert.Equal(CaseOutcome.Done, await Work.HandOnAsync(colleague, reference, agent.Staff.Sign, Words, Cancellation));
        Assert.Equal(agent.Staff.Sign, (await ViewAsync(reference)).Holder);
    }

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_has_it()
    {
        var reference = await OpenedAsync();
        var (agent, colleague) = (await Staff.SessionAsync(Agent), await Staff.SessionAsync(Colleague));
        await Work.HandOnAsync(agent, reference, "", Words, Cancellation);

        var taken = await Task.WhenAll(Work.TakeAsync(agent, reference, Cancellation), Work.TakeAsync(colleague, reference, Cancellation));

        Assert.Single(taken, outcome => outcome is CaseOutcome.Done);
    }

    [Fact]
    public async Task A_note_is_read_by_colleagues_and_stands_in_no_clear_record()
    {
        var reference = await OpenedAsync();
        await Work.NoteAsync(await Staff.SessionAsync(Agent), reference, "she will call again on Monday", Cancellation);

        Assert.Contains((await ViewAsync(reference)).Notes, note => note.Words == "she will call again on Monday");
        Assert.DoesNotContain(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Details.Values.Any(value => value.Contains("Monday", StringComparison.Ordinal)));
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task Nothing_is_done_in_a_case_that_was_closed_meanwhile()
    {
        await CallAsync();
        var request = await AskedAsync();
        var reference = Assert.Single(await Book.QueueAsync(Cancellation)).Reference;

        Assert.Equal(CaseOutcome.Done, await Work.CloseAsync(await Staff.SessionAsync(Agent), reference, CaseEnding.Withdrawn, Words, Cancellation));

        Assert.False(await ApproveAsync(Colleague, request));
        Assert.IsType<ActOutcome.CaseClosed>(await AskAsync(SupportAction.SignOut));
        Assert.IsType<ActOutcome.CaseClosed>(await AskAsync(SupportAction.StartRecovery));
        Assert.Equal(CaseOutcome.Closed, await Work.NoteAsync(await Staff.SessionAsync(Agent), reference, Words, Cancellation));
        Assert.Empty(await Book.QueueAsync(Cancellation));
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.CaseClosed && entry.Detail("case") == reference);
    }

    [Fact]
    public async Task What_two_agreed_on_is_stopped_by_the_citizen_and_by_no_closed_case()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync());
        var reference = Assert.Single(await Book.QueueAsync(Cancellation)).Reference;

        Assert.Equal(CaseOutcome.StillWaits, await Work.CloseAsync(await Staff.SessionAsync(Agent), reference, CaseEnding.Solved, Words, Cancellation));
    }

    [Fact]
    public async Task Its_account_is_opened_by_a_look_for_which_it_is_the_reason()
    {
        var reference = await OpenedAsync();
        await Work.HandOnAsync(await Staff.SessionAsync(Agent), reference, "", Words, Cancellation);

        var look = Assert.IsType<LookOutcome.Opened>(await FindAsync(reference)).Look;

        Assert.Equal(reference, await Book.OfLookAsync(look, Cancellation));
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.SupportLooked && entry.Detail("reason") == nameof(LookReason.Case));
    }

    [Fact]
    public async Task A_case_that_is_closed_or_none_opens_nothing()
    {
        var reference = await OpenedAsync();
        await Work.CloseAsync(await Staff.SessionAsync(Agent), reference, CaseEnding.Nothing, Words, Cancellation);

        Assert.IsType<LookOutcome.None>(await FindAsync(reference));
        Assert.IsType<LookOutcome.None>(await FindAsync("BCDFGHJK"));
        Assert.Null(await Book.FindAsync(await Staff.SessionAsync(Agent), "BCDFGHJK", Cancellation));
    }

    [Fact]
    public async Task Nobody_takes_a_case_of_their_own()
    {
        var reference = await OpenedAsync();
        await Work.HandOnAsync(await Staff.SessionAsync(Agent), reference, "", Words, Cancellation);
        var alice = await Staff.SessionAsync(await Staff.HireAsync("senior", "alice@example.test"));

        Assert.Equal(CaseOutcome.NotTheirs, await Work.TakeAsync(alice, reference, Cancellation));
    }

    private async Task<string> OpenedAsync()
    {
        await CallAsync();
        return Assert.IsType<string>(await Work.OpenAsync(await Staff.SessionAsync(Agent), Look, Words, Cancellation));
    }

    private async Task<CaseView> ViewAsync(string reference) => Assert.IsType<CaseView>(await Book.FindAsync(await Staff.SessionAsync(Agent), reference, Cancellation));

    private async Task<LookOutcome> FindAsync(string reference) =>
        await Domain.Get<AccountLookup>().FindAsync(await Staff.SessionAsync(Colleague), new LookRequest(LookBy.Case, reference, LookReason.Case, Words), Cancellation);
}

public sealed class SqliteCaseTests() : CaseTests(StorageProvider.Sqlite);

public sealed class PostgresCaseTests() : CaseTests(StorageProvider.Postgres);
