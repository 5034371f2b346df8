using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Staff;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>Who watches the watchers, and that they are seen in turn.</summary>
public abstract class OversightTests(StorageProvider provider) : SupportTest(provider)
{
    private StaffOversight Oversight => Domain.Get<StaffOversight>();

    private RecordSearch Search => Domain.Get<RecordSearch>();

    [Fact]
    public async Task A_usual_day_shows_nobody()
    {
        await GuessAsync(await AgentAsync(), 3);

        Assert.Empty(await Oversight.UnusualAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_guesses_is_shown_for_a_day()
    {
        var agent = await AgentAsync();
        await GuessAsync(agent, 10);

        var own = Assert.Single(await Oversight.UnusualAsync(Cancellation));
        Assert.Equal((agent.Staff.Sign, 10, 10), (own.Sign, own.Looks, own.FoundNone));

        Domain.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await Oversight.UnusualAsync(Cancellation));
    }

    [Fact]
    public async Task A_look_at_night_is_shown()
    {
        var staff = await Staff.HireAsync("agent");
        Domain.Clock.Advance(TimeSpan.FromHours(14));
        await GuessAsync(await Staff.SessionAsync(await Staff.ReturnAsync(staff)), 1);

        Assert.Equal(1, Assert.Single(await Oversight.UnusualAsync(Cancellation)).AtOddHours);
    }

    [Fact]
    public async Task An_auditor_reads_what_an_agent_did_and_the_agent_sees_that()
    {
        var agent = await AgentAsync();
        await GuessAsync(agent, 1);
        var auditor = await Staff.SessionAsync(await Staff.HireAsync("auditor"));

        var record = await Search.FindAsync(auditor, agent.Staff.Sign.ToLowerInvariant(), Cancellation);

        Assert.Contains(record!.Events, happened => happened.Event == AuditEvents.SupportFoundNone); // Just hired.
        Assert.Contains(await Domain.Get<AuditHistory>().ListAsync(agent.Staff.Subject, "", Cancellation),
            happened => happened.Event == AuditEvents.StaffAudited && happened.Actor == auditor.Staff.Subject.Value);
    }

    [Fact]
    public async Task By_the_reference_of_a_citizen_an_auditor_reads_what_staff_did_and_the_citizen_sees_that()
    {
        var account = await NewAccounts.CreateAsync(Domain);
        await Domain.Get<AccountLookup>().FindAsync(await AgentAsync(), new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, "she called about her telephone"), Cancellation);
        var reference = SupportReferences.Create();
        await Domain.Get<SupportReferences>().KeepAsync(reference, account, Cancellation);
        var auditor = await Staff.SessionAsync(await Staff.HireAsync("auditor"));

        var record = await Search.FindAsync(auditor, reference.ToLowerInvariant(), Cancellation);

        Assert.Equal([AuditEvents.SupportLooked], record!.Events.Where(happened => happened.Event != AuditEvents.RecordAudited).Select(happened => happened.Event)); // Just kept.
        Assert.Contains(await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Account(account), AuditEvents.RecordAudited, Cancellation),
            happened => happened.Detail("agent") == auditor.Staff.Sign);
    }

    [Fact]
    public async Task Supervisors_are_told_once_when_somebody_crosses_the_line()
    {
        await Staff.HireAsync("supervisor", "boss@staff.test");
        var agent = await AgentAsync();

        await GuessAsync(agent, 9);
        Assert.Empty(await ToldAsync("support-looks-unusual"));
        await GuessAsync(agent, 3);

        Assert.Equal(["boss@staff.test"], await ToldAsync("support-looks-unusual"));
    }

    [Fact]
    public async Task A_sign_that_nobody_has_is_nobodys()
    {
        var auditor = await Staff.SessionAsync(await Staff.HireAsync("auditor"));

        Assert.Null(await Search.FindAsync(auditor, "AAAAA", Cancellation));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET payload = '{}' WHERE event = 'support.found-none'")]
    [InlineData("DELETE FROM audit_entries WHERE event = 'support.found-none'")]
    public async Task A_line_that_was_changed_or_removed_is_named(string sql)
    {
        var agent = await AgentAsync();
        await GuessAsync(agent, 2);
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(new Statement("test.tamper", sql)), Cancellation);

        Assert.Contains((await Oversight.VerifyAsync(Cancellation)).Faults, fault => fault.StartsWith(agent.Staff.Subject.Value, StringComparison.Ordinal));
    }

    private async Task<StaffSession> AgentAsync() => await Staff.SessionAsync(await Staff.HireAsync("agent"));

    private async Task GuessAsync(StaffSession agent, int times)
    {
        for (var look = 0; look < times; look++)
            await Domain.Get<AccountLookup>().FindAsync(agent, new LookRequest(LookBy.Email, $"guess{look}@example.test", LookReason.Caller, "a caller gave this address"), Cancellation);
    }
}

public sealed class SqliteOversightTests() : OversightTests(StorageProvider.Sqlite);

public sealed class PostgresOversightTests() : OversightTests(StorageProvider.Postgres);
