using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>Whom somebody at a desk may not confirm, and codes that open nothing. Nothing of it ends what the citizen came for.</summary>
public abstract class DeskConflictTests(StorageProvider storage) : DeskTest(storage)
{
    [Fact]
    public async Task Nobody_confirms_themselves()
    {
        var own = await Provider.CreateAccountAsync("bella@example.test");
        var run = await WaitingAsync(account: own);

        Refused(DeskConflict.Own, await OpenAsync(Code(run)));

        Assert.Contains(await HistoryAsync(AuditSubject.Account(own)), entry => entry.Event == AuditEvents.DeskRefused && entry.Detail("conflict") == "Own");
        Assert.Contains(await HistoryAsync(AuditSubject.Staff(Bella.Id)), entry => entry.Event == AuditEvents.DeskRefused);
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(await NowAsync(run, own), Passport, await Staff.HireAsync("desk")));
    }

    [Theory]
    [InlineData("Archer", true)]
    [InlineData("ARCHÉR", true)]
    [InlineData("Baker", false)]
    public async Task Nobody_confirms_whoever_has_their_family_name_and_lives_where_they_do(string family, bool refused)
    {
        await CitizenAsync("bella@example.test", family);
        var outcome = await OpenAsync(Code(await WaitingAsync()));

        if (refused)
            Refused(DeskConflict.Relative, outcome);
        else
            Assert.IsType<DeskOutcome.Opened>(outcome);
    }

    [Fact]
    public async Task Nobody_vouches_for_a_relative_or_for_whom_they_have_known_for_a_year()
    {
        var run = await WaitingAsync();
        var opening = await OpenedAsync(Code(run));

        Refused(DeskConflict.Relative, await DecideAsync(opening, Word with { IsRelative = true }));
        Refused(DeskConflict.TooShort, await DecideAsync(opening, Word with { Years = 1 }));

        Assert.Equal(RunStatus.Running, (await NowAsync(run)).Status);
        Assert.IsType<DeskOutcome.Done>(await DecideAsync(opening, Passport));
    }

    [Theory]
    [InlineData("relative", "true", RefusalReason.VoucherNotAccepted)]
    [InlineData("relative", "", RefusalReason.VoucherNotAccepted)]
    [InlineData("years", "1", RefusalReason.VoucherNotAccepted)]
    [InlineData("years", "-9", RefusalReason.VoucherNotAccepted)]
    [InlineData("how", "", RefusalReason.VoucherNotAccepted)]
    [InlineData("details", "false", RefusalReason.NotMatched)]
    public async Task The_verifier_believes_no_such_vouch_whoever_brings_it(string value, string brought, RefusalReason reason)
    {
        var run = await WaitingAsync();
        var values = new Dictionary<string, string>(Word.Values()) { [value] = brought };

        Assert.Equal(reason, Went(await Verifications.DeliverAsync("in-person", Code(run), "staff:1", values, Cancellation)).Reason);
    }

    [Fact]
    public async Task Nobody_vouches_for_more_people_than_the_month_allows()
    {
        foreach (var email in new[] { "one@example.test", "two@example.test" })
            Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(await WaitingAsync(account: await Provider.CreateAccountAsync(email)), Word));
        var opening = await OpenedAsync(Code(await WaitingAsync()));

        Refused(DeskConflict.TooMany, await DecideAsync(opening, Word));

        Assert.IsType<DeskOutcome.Done>(await DecideAsync(opening, Passport)); // A document is no favour.
        Assert.Equal(EvidenceType.Document, Assert.Single((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence).Type);
    }

    [Fact]
    public async Task Nobody_confirms_whose_account_they_have_open()
    {
        var both = await Staff.HireAsync("senior");
        var run = await WaitingAsync();
        var opening = await OpenedAsync(Code(run), both);
        Assert.IsType<LookOutcome.Opened>(await Provider.Get<AccountLookup>().FindAsync(await Staff.SessionAsync(both),
            new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, "she called and waits"), Cancellation));

        Refused(DeskConflict.Involved, await DecideAsync(opening, Passport, both));
        Refused(DeskConflict.Involved, await OpenAsync(Code(run), both));
    }

    [Fact]
    public async Task An_old_code_opens_nothing_and_a_new_one_is_one_click_away()
    {
        var run = await WaitingAsync();
        var opening = await OpenedAsync(Code(run));
        Provider.Clock.Advance(TimeSpan.FromDays(14));
        var bella = await Staff.ReturnAsync(Bella);

        Assert.IsType<DeskOutcome.Unknown>(await DecideAsync(opening, Passport, bella));
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(Code(run), bella));
        // Time may have looked before its owner does.
        if ((await NowAsync(run)).Step is VerificationStep.Wait)
            await LookAsync(run);
        Assert.IsType<VerificationStep.Show>((await NowAsync(run)).Step);
        var renewed = await LookAsync(run);

        Assert.NotEqual(Code(run), Code(renewed));
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(Code(run), bella));
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(renewed, Passport, bella));
    }

    [Fact]
    public async Task A_code_works_once_and_an_opening_too()
    {
        var run = await WaitingAsync();
        var opening = await OpenedAsync(Code(run));
        Assert.IsType<DeskOutcome.Done>(await DecideAsync(opening, Passport));

        Assert.IsType<DeskOutcome.Unknown>(await DecideAsync(opening, Passport));
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(Code(run)));
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_its_owner_has_cancelled()
    {
        var run = await WaitingAsync();
        var opening = await OpenedAsync(Code(run));
        Assert.True(await Verifications.CancelAsync(run.Id, Alice, Cancellation));

        Assert.IsType<DeskOutcome.Unknown>(await DecideAsync(opening, Passport));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2345")]
    [InlineData("2345-BCDF")]
    [InlineData("2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345-BCDF-2345")]
    public async Task A_wrong_code_leads_nowhere_and_stands_on_the_chain_of_whoever_typed_it(string code)
    {
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(code));

        Assert.Equal(AuditEvents.DeskFoundNone, Assert.Single(await HistoryAsync(AuditSubject.Staff(Bella.Id))).Event);
    }

    [Fact]
    public async Task After_so_many_wrong_codes_a_right_one_opens_nothing_for_a_day_to_them_alone()
    {
        var code = Code(await WaitingAsync());
        for (var tries = 0; tries < 3; tries++)
            Assert.IsType<DeskOutcome.Unknown>(await OpenAsync("2345-BCDF"));

        Assert.Equal(Provider.Clock.GetUtcNow().AddDays(1), Assert.IsType<DeskOutcome.TooMany>(await OpenAsync(code)).RetryAt);
        Assert.IsType<DeskOutcome.Opened>(await OpenAsync(code, await Staff.HireAsync("desk")));
    }

    [Fact]
    public async Task Whoever_has_no_desk_opens_nothing_and_whoever_has_not_confirmed_lately_decides_nothing()
    {
        var run = await WaitingAsync();
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(Code(run), await Staff.HireAsync("agent")));
        var opening = await OpenedAsync(Code(run));
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.IsType<DeskOutcome.Unknown>(await DecideAsync(opening, Passport));
        Assert.Equal(RunStatus.Running, (await NowAsync(run)).Status);
    }

    private async Task<VerificationRun> LookAsync(VerificationRun run)
    {
        var now = await NowAsync(run);
        return Went(await Verifications.ContinueAsync(now.Id, new RunHolder.Owner(Alice), now.Version, new StepAnswer.Look(), Cancellation));
    }

    public sealed class OnSqlite() : DeskConflictTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : DeskConflictTests(StorageProvider.Postgres);
}
