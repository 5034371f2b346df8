using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>Staff find one account, by something whole, with a reason, and never unseen.</summary>
public abstract class LookupTests(StorageProvider provider) : SupportTest(provider)
{
    private AccountLookup Lookup => Domain.Get<AccountLookup>();

    private AccountFiles Files => Domain.Get<AccountFiles>();

    [Fact]
    public async Task A_look_opens_the_account_masked_and_stands_on_both_chains()
    {
        var alice = await AliceAsync();
        var agent = await AgentAsync();

        var look = await OpenAsync(agent, "alice@example.test");
        var file = (await Files.OpenAsync(agent, look, Cancellation))!; // Just opened.

        Assert.Equal("a••@e••.test", file.Fields[HiddenField.Email]);
        var seen = Assert.Single(await HistoryAsync(AuditSubject.Account(alice)), entry => entry.Event == AuditEvents.SupportLooked);
        Assert.Equal((agent.Staff.Sign, "Caller"), (seen.Detail("agent"), seen.Detail("reason")));
        Assert.Contains(await HistoryAsync(agent.Staff.Subject), entry => entry.Event == AuditEvents.SupportLooked && entry.Detail("account") == alice.ToString("D"));
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("alice@example")]
    [InlineData("%@example.test")]
    [InlineData("*")]
    [InlineData("a_ice@example.test")]
    [InlineData("' OR 1=1 --")]
    [InlineData("")]
    public async Task A_part_or_a_pattern_finds_nothing(string text)
    {
        await AliceAsync();
        var agent = await AgentAsync();

        foreach (var by in Enum.GetValues<LookBy>())
            Assert.IsType<LookOutcome.None>(await Lookup.FindAsync(agent, Request(text, by), Cancellation));
    }

    [Fact]
    public async Task A_look_that_finds_nothing_is_written_too()
    {
        var agent = await AgentAsync();
        await Lookup.FindAsync(agent, Request("nobody@example.test"), Cancellation);

        Assert.Contains(await HistoryAsync(agent.Staff.Subject), entry => entry.Event == AuditEvents.SupportFoundNone);
    }

    [Fact]
    public async Task A_look_is_theirs_alone_and_over_after_half_an_hour()
    {
        await AliceAsync();
        var agent = await AgentAsync();
        var other = await AgentAsync();
        var look = await OpenAsync(agent, "alice@example.test");

        Assert.Null(await Files.OpenAsync(other, look, Cancellation));
        Assert.Null(await Files.OpenAsync(agent, Guid.Empty, Cancellation));
        Domain.Clock.Advance(AccountLookup.Open);
        Assert.Null(await Files.OpenAsync(agent, look, Cancellation));
    }

    [Fact]
    public async Task Nobody_opens_their_own_account()
    {
        await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("own@example.test")));
        var agent = await Staff.SessionAsync(await Staff.HireAsync("agent", "own@example.test"));

        Assert.IsType<LookOutcome.OwnAccount>(await Lookup.FindAsync(agent, Request("own@example.test"), Cancellation));
        Assert.Contains(await HistoryAsync(agent.Staff.Subject), entry => entry.Event == AuditEvents.SupportLookRefused);
    }

    [Fact]
    public async Task An_account_that_is_kept_for_supervisors_opens_to_them_alone()
    {
        var alice = await AliceAsync();
        var supervisor = await Staff.SessionAsync(await Staff.HireAsync("supervisor"));
        Assert.True(await Files.FlagAsync(supervisor, await OpenAsync(supervisor, "alice@example.test"), flagged: true, "a public figure", Cancellation));

        Assert.IsType<LookOutcome.Flagged>(await Lookup.FindAsync(await AgentAsync(), Request("alice@example.test"), Cancellation));
        Assert.IsType<LookOutcome.Opened>(await Lookup.FindAsync(supervisor, Request("alice@example.test"), Cancellation));
        Assert.Contains(await HistoryAsync(AuditSubject.Account(alice)), entry => entry.Event == AuditEvents.SupportLookRefused);
    }

    [Fact]
    public async Task After_thirty_looks_in_an_hour_whether_they_found_or_not_comes_a_pause()
    {
        await AliceAsync();
        var agent = await AgentAsync();
        for (var look = 0; look < 30; look++)
            await Lookup.FindAsync(agent, Request($"guess{look}@example.test"), Cancellation);

        Assert.IsType<LookOutcome.TooMany>(await Lookup.FindAsync(agent, Request("alice@example.test"), Cancellation));
        Domain.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<LookOutcome.Opened>(await Lookup.FindAsync(agent, Request("alice@example.test"), Cancellation));
    }

    [Fact]
    public async Task Many_looks_at_once_are_counted_one_by_one()
    {
        var agent = await AgentAsync();

        var looks = await Task.WhenAll(Enumerable.Range(0, 40).Select(look => Lookup.FindAsync(agent, Request($"guess{look}@example.test"), Cancellation)));

        Assert.Equal(30, looks.Count(outcome => outcome is LookOutcome.None));
    }

    [Fact]
    public async Task A_value_is_shown_once_it_is_written_that_it_was()
    {
        var alice = await AliceAsync();
        var senior = await Staff.SessionAsync(await Staff.HireAsync("senior"));
        var look = await OpenAsync(senior, "alice@example.test");

        Assert.Equal("alice@example.test", await Files.RevealAsync(senior, look, HiddenField.Email, "to read it back to her", Cancellation));

        var shown = Assert.Single(await HistoryAsync(AuditSubject.Account(alice)), entry => entry.Event == AuditEvents.SupportRevealed);
        Assert.Equal("Email", shown.Detail("field"));
    }

    [Fact]
    public async Task The_reference_of_a_dead_end_leads_to_whoever_saw_it_for_a_month()
    {
        var alice = await AliceAsync();
        var agent = await AgentAsync();
        await Domain.Get<SupportReferences>().KeepAsync("BCDFGHJK", alice, Cancellation);

        Assert.IsType<LookOutcome.Opened>(await Lookup.FindAsync(agent, Request("bcdfghjk", LookBy.Reference), Cancellation));
        Assert.IsType<LookOutcome.None>(await Lookup.FindAsync(agent, Request("BCDFGHJX", LookBy.Reference), Cancellation));
    }

    [Fact]
    public async Task Nobody_fills_the_table_of_references()
    {
        var alice = await AliceAsync();
        var agent = await AgentAsync();
        for (var page = 0; page < 25; page++)
            await Domain.Get<SupportReferences>().KeepAsync($"BCDFGH{page + 10}", alice, Cancellation);

        Assert.IsType<LookOutcome.Opened>(await Lookup.FindAsync(agent, Request("BCDFGH29", LookBy.Reference), Cancellation));
        Assert.IsType<LookOutcome.None>(await Lookup.FindAsync(agent, Request("BCDFGH30", LookBy.Reference), Cancellation));
    }

    [Theory]
    [InlineData("j@example.org", "j••@e••.org")]
    [InlineData("josephine.long@sub.example.co.uk", "j••@s••.uk")]
    [InlineData(null, null)]
    public void A_masked_address_shows_no_length(string? email, string? mask) => Assert.Equal(mask, Masked.Email(email));

    [Fact]
    public void A_masked_name_is_its_initials() => Assert.Equal("A. v. B.", Masked.Name("Anna von Berg"));

    [Fact]
    public void A_masked_number_is_its_last_digits() => Assert.Equal("•• 456", Masked.Phone("+447700900456"));

    private async Task<Guid> AliceAsync() => await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("alice@example.test")));

    private async Task<StaffSession> AgentAsync() => await Staff.SessionAsync(await Staff.HireAsync("agent"));

    private async Task<Guid> OpenAsync(StaffSession staff, string email) =>
        Assert.IsType<LookOutcome.Opened>(await Lookup.FindAsync(staff, Request(email), Cancellation)).Look;

    private Task<IReadOnlyList<AuditedEvent>> HistoryAsync(AuditSubject subject) => Domain.Get<AuditHistory>().ListAsync(subject, "", Cancellation);

    private static LookRequest Request(string text, LookBy by = LookBy.Email) => new(by, text, LookReason.Caller, "she called and asked for help");
}

public sealed class SqliteLookupTests() : LookupTests(StorageProvider.Sqlite);

public sealed class PostgresLookupTests() : LookupTests(StorageProvider.Postgres);
