using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>In an emergency somebody opens what only supervisors may; everybody whom it concerns hears of it.</summary>
public abstract class BreakGlassTests(StorageProvider provider) : SupportTest(provider)
{
    private const string Words = "the ward called at night about a patient";

    private BreakGlass Glass => Domain.Get<BreakGlass>();

    [Fact]
    public async Task It_opens_an_account_that_only_supervisors_may_open_for_half_an_hour()
    {
        var senior = await FlaggedAsync();
        Assert.IsType<LookOutcome.Flagged>(await LookAsync(senior));

        Assert.Equal(GlassOutcome.Broken, await BreakAsync(senior));
        Assert.IsType<LookOutcome.Opened>(await LookAsync(senior));

        Domain.Clock.Advance(BreakGlass.Life);
        Assert.IsType<LookOutcome.Flagged>(await LookAsync(await Staff.ReturnAsync(senior)));
    }

    [Fact]
    public async Task Supervisors_are_told_at_once_and_the_citizen_when_their_account_is_opened()
    {
        var senior = await FlaggedAsync();

        await BreakAsync(senior);
        Assert.Equal(["boss@staff.test"], await ToldAsync("support-glass-broken"));
        Assert.Empty(await ToldAsync("support-glass-looked"));

        await LookAsync(senior);
        Assert.Equal(["alice@example.test"], await ToldAsync("support-glass-looked"));
    }

    [Fact]
    public async Task Whoever_did_not_break_it_gains_nothing()
    {
        var senior = await FlaggedAsync();
        await BreakAsync(senior);

        Assert.IsType<LookOutcome.Flagged>(await LookAsync(await Staff.HireAsync("senior")));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("auditor")]
    [InlineData("operator")]
    public async Task A_role_without_the_right_breaks_nothing(string role) => Assert.Equal(GlassOutcome.Refused, await BreakAsync(await Staff.HireAsync(role)));

    [Fact]
    public async Task Without_a_passkey_used_just_now_nothing_breaks()
    {
        var senior = await Staff.HireAsync("senior");
        Domain.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(GlassOutcome.Refused, await BreakAsync(senior));
    }

    [Fact]
    public async Task It_breaks_once_at_a_time_and_twice_a_day()
    {
        var senior = await Staff.HireAsync("senior");

        Assert.Equal(GlassOutcome.Broken, await BreakAsync(senior));
        Assert.Equal(GlassOutcome.Already, await BreakAsync(senior));
        Domain.Clock.Advance(BreakGlass.Life);
        Assert.Equal(GlassOutcome.Broken, await BreakAsync(senior = await Staff.ReturnAsync(senior)));
        Domain.Clock.Advance(BreakGlass.Life);
        Assert.Equal(GlassOutcome.TooMany, await BreakAsync(await Staff.ReturnAsync(senior)));
        Assert.Equal(2, (await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Staff(senior.Id), AuditEvents.GlassBroken, Cancellation)).Count);
    }

    [Fact]
    public async Task Every_look_through_it_is_reviewed_whatever_the_draw()
    {
        var senior = await FlaggedAsync();
        await BreakAsync(senior);
        await LookAsync(senior);
        var supervisor = await Staff.HireAsync("supervisor");
        Domain.Clock.Advance(TimeSpan.FromMinutes(31));

        var waiting = await Domain.Get<LookReviews>().WaitingAsync(await Staff.SessionAsync(await Staff.ReturnAsync(supervisor)), Cancellation);
        Assert.Contains(waiting, look => look.BrokeGlass);
    }

    [Fact]
    public async Task It_gives_no_second_pair_of_eyes_and_no_word_over_flags()
    {
        var senior = await Staff.HireAsync("senior");
        var before = (await Staff.SessionAsync(senior)).Permissions;
        await BreakAsync(senior);

        Assert.Equal(before.Append(Permission.Reveal).Distinct().Order(), (await Staff.SessionAsync(senior)).Permissions.Order());
    }

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Support:SampleLooks", "1")];

    private async Task<TestStaff.Employed> FlaggedAsync()
    {
        await NewAccounts.CreateAsync(Domain);
        var boss = await Staff.HireAsync("supervisor", "boss@staff.test");
        var look = Assert.IsType<LookOutcome.Opened>(await LookAsync(boss)).Look;
        Assert.True(await Domain.Get<AccountFiles>().FlagAsync(await Staff.SessionAsync(boss), look, flagged: true, Words, Cancellation));
        return await Staff.HireAsync("senior");
    }

    private async Task<GlassOutcome> BreakAsync(TestStaff.Employed staff) => await Glass.BreakAsync(await Staff.SessionAsync(staff), Words, Cancellation);

    private async Task<LookOutcome> LookAsync(TestStaff.Employed staff) => await Domain.Get<AccountLookup>().FindAsync(
        await Staff.SessionAsync(staff), new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, Words), Cancellation);
}

public sealed class SqliteBreakGlassTests() : BreakGlassTests(StorageProvider.Sqlite);

public sealed class PostgresBreakGlassTests() : BreakGlassTests(StorageProvider.Postgres);
