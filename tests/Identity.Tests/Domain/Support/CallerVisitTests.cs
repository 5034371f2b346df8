using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Verification;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>Alice has lost the e-mail and the telephone on file, and cannot sign in: she shows her passport at a desk, and calls again.</summary>
public abstract class CallerVisitTests(StorageProvider provider) : ActingTest(provider)
{
    private static readonly DeskFinding.Compared Passport = new(DeskDocument.Passport, "GBR", "123456789");

    private static readonly Statement SetDetails = new("test.set-details",
        "UPDATE accounts SET given_name = 'Alice', family_name = 'Archer', full_name = 'Alice Archer', birth_date = '1984-02-29', created_at = @then WHERE id = @account");

    private TestStaff.Employed _desk = null!; // Set by LostAsync.

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Support:Roles:senior", "desk find act approve")];

    private CallerVisits Visits => Domain.Get<CallerVisits>();

    [Fact]
    public async Task A_document_shown_at_a_desk_counts_in_a_later_look()
    {
        var code = await AskedAsync();
        var opening = await OpenedAsync(code);
        Assert.Equal(new DeskFile(DeskSubject.Visit, "Alice Archer", "1984-02-29", null),
            await Domain.Get<DeskDecisions>().FindAsync(await Staff.SessionAsync(_desk), opening, Cancellation));

        Assert.IsType<DeskOutcome.Done>(await DecideAsync(opening, Passport));
        var later = await LaterAsync(AccountLookup.Open);

        Assert.Equal([(CheckKind.Branch, true)], (await PlanAsync(later)).Checks);
        Assert.True((await PlanAsync(later)).IsMet);
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.DeskCompared && entry.Detail("document") == "Passport");
        Assert.Contains(await HistoryAsync(AuditSubject.Staff(_desk.Id)), entry => entry.Event == AuditEvents.DeskCompared);
        await MailAsync(SupportMessages.VisitConfirmed);
        _desk = await Staff.ReturnAsync(_desk);
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(code)); // It is used.
    }

    [Fact]
    public async Task Before_anybody_has_confirmed_it_nothing_is_shown()
    {
        await AskedAsync();

        Assert.Equal([(CheckKind.Branch, false)], (await PlanAsync(await LaterAsync(AccountLookup.Open))).Checks);
    }

    [Fact]
    public async Task Whoever_asked_for_the_visit_cannot_confirm_it_even_when_their_look_is_over()
    {
        await LostAsync();
        Agent = _desk;
        var code = await AskAsync(await LookAsync(Agent));
        Domain.Clock.Advance(AccountLookup.Open);
        _desk = Agent = await Staff.ReturnAsync(Agent);

        Assert.Equal(DeskConflict.Involved, Assert.IsType<DeskOutcome.Refused>(await OpenAsync(code)).Conflict);
    }

    [Fact]
    public async Task Whoever_confirmed_it_neither_acts_on_it_nor_is_drawn_to_agree()
    {
        await DecideAsync(await OpenedAsync(await AskedAsync()), Passport);
        var later = await LaterAsync(AccountLookup.Open);
        var desk = await Staff.ReturnAsync(_desk);

        Assert.Equal([(CheckKind.Branch, false)], (await Checks.PlanAsync(await Staff.SessionAsync(desk), await LookAsync(desk), cannotSignIn: true, Cancellation))!.Checks); // Just opened.
        // Of all who are on line, only they may approve.
        Assert.IsType<ActOutcome.NobodyOnLine>(await ActAsync(later));
        Colleague = await Staff.ReturnAsync(Colleague);
        for (var drawn = 0; drawn < 2; drawn++)
            Assert.Equal((await Staff.SessionAsync(Colleague)).Staff.Sign, Assert.IsType<ActOutcome.Drawn>(await ActAsync(later, drawn == 0 ? SupportAction.RemoveApp : SupportAction.StartRecovery)).Sign);
    }

    [Fact]
    public async Task After_two_weeks_neither_the_code_nor_what_was_seen_counts()
    {
        var code = await AskedAsync();
        await DecideAsync(await OpenedAsync(code), Passport);
        await AgeAsync();

        Assert.Equal([(CheckKind.Branch, false)], (await PlanAsync(await LaterAsync(TimeSpan.Zero))).Checks);
        var unused = await AskAsync(await LookAsync(Agent));
        await AgeAsync();
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(unused));
    }

    [Fact]
    public async Task A_second_code_ends_the_first()
    {
        var first = await AskedAsync();
        var second = await AskAsync(await LookAsync(Agent));

        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(first));
        Assert.IsType<DeskOutcome.Opened>(await OpenAsync(second));
    }

    [Fact]
    public async Task Nobodys_word_is_enough_and_a_refusal_ends_the_visit()
    {
        var code = await AskedAsync();
        var opening = await OpenedAsync(code);

        Assert.Equal(DeskConflict.DocumentNeeded, Assert.IsType<DeskOutcome.Refused>(await DecideAsync(opening, new DeskFinding.Vouched("our patient", 9, IsRelative: false))).Conflict);
        Assert.IsType<DeskOutcome.Done>(await DecideAsync(opening, new DeskFinding.Declined(DeskDoubt.Likeness)));

        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(code));
        Assert.Equal([(CheckKind.Branch, false)], (await PlanAsync(await LaterAsync(AccountLookup.Open))).Checks);
    }

    [Fact]
    public async Task Of_a_caller_who_may_be_forced_all_looks_well_and_the_code_leads_nowhere()
    {
        await LostAsync();
        var look = await LookAsync(Agent);
        Assert.True(await Domain.Get<CallerAlarms>().ForceAsync(await Staff.SessionAsync(Agent), look, Cancellation));

        var code = await AskAsync(look);

        Assert.NotNull(code);
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(code));
    }

    [Fact]
    public async Task Where_a_check_from_afar_is_enough_no_visit_is_asked_for()
    {
        await CallAsync();

        Assert.Null(await Visits.AskAsync(await Staff.SessionAsync(Agent), Look, cannotSignIn: false, Cancellation));
        Assert.Null(await Checks.BeginAsync(await Staff.SessionAsync(Agent), Look, CheckKind.Branch, cannotSignIn: true, Cancellation));
    }

    [Fact]
    public async Task A_name_that_was_changed_lately_is_compared_with_no_document()
    {
        await LostAsync();
        await Domain.Get<Ledger>().RecordAsync(_ => ValueTask.FromResult(0), Recorded.Of(new AuditEntry(AuditSubject.Account(Alice), AuditEvents.DetailsChanged)), Cancellation);

        Assert.Empty((await PlanAsync(await LookAsync(Agent))).Checks);
    }

    private async Task LostAsync()
    {
        await CallAsync();
        _desk = await Staff.HireAsync("senior");
        // Her e-mail has been hers for a month and is one contact; there is no other.
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(SetDetails, ("account", Alice), ("then", (Domain.Clock.GetUtcNow() - CheckPolicy.Held).ToUnixTimeMilliseconds())), Cancellation);
    }

    private async Task<string> AskedAsync()
    {
        await LostAsync();
        return await AskAsync(await LookAsync(Agent));
    }

    private async Task<string> AskAsync(Guid look) => await Visits.AskAsync(await Staff.SessionAsync(Agent), look, cannotSignIn: true, Cancellation)
        ?? throw new InvalidOperationException("No visit was chosen.");

    private async Task<DeskOutcome> OpenAsync(string code) => await Domain.Get<DeskWork>().OpenAsync(await Staff.SessionAsync(_desk), code, Cancellation);

    private async Task<Guid> OpenedAsync(string code) => Assert.IsType<DeskOutcome.Opened>(await OpenAsync(code)).Opening;

    private async Task<DeskOutcome> DecideAsync(Guid opening, DeskFinding finding) =>
        await Domain.Get<DeskDecisions>().DecideAsync(await Staff.SessionAsync(_desk), opening, finding, Cancellation);

    private async Task<Guid> LaterAsync(TimeSpan after)
    {
        Domain.Clock.Advance(after);
        Agent = await Staff.ReturnAsync(Agent);
        return await LookAsync(Agent);
    }

    private async Task<CallerPlan> PlanAsync(Guid look) =>
        await Checks.PlanAsync(await Staff.SessionAsync(Agent), look, cannotSignIn: true, Cancellation) ?? throw new InvalidOperationException("The look is over.");

    private async Task<ActOutcome> ActAsync(Guid look, SupportAction action = SupportAction.RemoveApp) => await Actions.ActAsync(await Staff.SessionAsync(Agent), look,
        new ActionRequest(action, null, Words) { CannotSignIn = true }, Issuer, Cancellation);

    // Two weeks of a clock that is moved by hand are a million ticks of the workers.
    private Task AgeAsync() => Domain.Database.WriteAsync(write => write.ExecuteAsync(new Statement("test.age-visits", "UPDATE support_visits SET expires_at = @now"),
        ("now", Domain.Clock.GetUtcNow().ToUnixTimeMilliseconds())), Cancellation);

    public sealed class OnSqlite() : CallerVisitTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : CallerVisitTests(StorageProvider.Postgres);
}
