using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>A sample of all looks is read by somebody else.</summary>
public abstract class LookReviewTests(StorageProvider provider) : SupportTest(provider)
{
    private const string Words = "there was no call in the log";

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Support:SampleLooks", "100")];

    private LookReviews Reviews => Domain.Get<LookReviews>();

    [Fact]
    public async Task A_look_that_is_over_waits_for_a_colleague_and_never_for_whoever_looked()
    {
        var looker = await Staff.HireAsync("supervisor");
        await LookAsync(looker);
        var supervisor = await Staff.HireAsync("supervisor");
        Assert.Empty(await WaitingAsync(supervisor));

        Domain.Clock.Advance(TimeSpan.FromMinutes(31));
        (looker, supervisor) = (await Staff.ReturnAsync(looker), await Staff.ReturnAsync(supervisor));

        Assert.Equal(LookReason.Caller, Assert.Single(await WaitingAsync(supervisor)).Reason);
        Assert.Empty(await WaitingAsync(looker));
    }

    [Fact]
    public async Task What_was_done_while_it_was_open_stands_beside_it()
    {
        var (_, supervisor) = await OverAsync();

        Assert.Contains(Assert.Single(await WaitingAsync(supervisor)).Done, happened => happened.Event == AuditEvents.SupportLooked);
    }

    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    public async Task A_review_counts_once_and_stands_on_both_chains(bool inOrder, string recorded)
    {
        var (agent, supervisor) = await OverAsync();
        var look = Assert.Single(await WaitingAsync(supervisor)).Look;

        Assert.True(await ReviewAsync(supervisor, look, inOrder));

        Assert.False(await ReviewAsync(supervisor, look, !inOrder));
        Assert.Empty(await WaitingAsync(supervisor));
        foreach (var chain in new[] { agent.Id, supervisor.Id })
        {
            var reviewed = Assert.Single(await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Staff(chain), AuditEvents.LookReviewed, Cancellation));
            Assert.Equal(recorded, reviewed.Detail("order"));
        }
    }

    [Fact]
    public async Task Nobody_reviews_a_look_of_their_own_by_naming_it()
    {
        var (agent, supervisor) = await OverAsync();
        var look = Assert.Single(await WaitingAsync(supervisor)).Look;

        Assert.False(await ReviewAsync(agent, look, inOrder: true));
        Assert.Single(await WaitingAsync(supervisor));
    }

    private async Task<(TestStaff.Employed Agent, TestStaff.Employed Supervisor)> OverAsync()
    {
        var (agent, supervisor) = (await Staff.HireAsync("agent"), await Staff.HireAsync("supervisor"));
        await LookAsync(agent);
        Domain.Clock.Advance(TimeSpan.FromMinutes(31));
        return (await Staff.ReturnAsync(agent), await Staff.ReturnAsync(supervisor));
    }

    private async Task LookAsync(TestStaff.Employed staff)
    {
        await NewAccounts.CreateAsync(Domain);
        Assert.IsType<LookOutcome.Opened>(await Domain.Get<AccountLookup>().FindAsync(
            await Staff.SessionAsync(staff), new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, "she called about her telephone"), Cancellation));
    }

    private async Task<IReadOnlyList<DrawnLook>> WaitingAsync(TestStaff.Employed staff) => await Reviews.WaitingAsync(await Staff.SessionAsync(staff), Cancellation);

    private async Task<bool> ReviewAsync(TestStaff.Employed staff, Guid look, bool inOrder) =>
        await Reviews.ReviewAsync(await Staff.SessionAsync(staff), look, inOrder, Words, Cancellation);
}

public sealed class SqliteLookReviewTests() : LookReviewTests(StorageProvider.Sqlite);

public sealed class PostgresLookReviewTests() : LookReviewTests(StorageProvider.Postgres);
