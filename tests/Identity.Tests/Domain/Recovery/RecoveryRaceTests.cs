using Identity.Domain.Recovery;
using Identity.Domain.Storage;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Recovery;

/// <summary>Of everybody who acts on one way back at once, one has it; and of owner and thief the owner.</summary>
public abstract class RecoveryRaceTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private const string NewPassword = "marble-lantern-orchard";

    [Fact]
    public async Task Twenty_who_complete_one_at_once_are_one()
    {
        var (_, id) = await ReadyAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CompleteAsync(id)));

        Assert.Single(outcomes.OfType<RecoveryOutcome.Completed>());
        Assert.All(outcomes.Where(outcome => outcome is not RecoveryOutcome.Completed), outcome => Assert.IsType<RecoveryOutcome.Over>(outcome));
    }

    [Fact]
    public async Task Of_a_cancel_and_a_completion_at_once_exactly_one_happens()
    {
        var (account, id) = await ReadyAsync();

        var completing = CompleteAsync(id);
        var cancelling = Domain.Get<Recoveries>().CancelAsync(account, "owner", Cancellation);
        var cancelled = await cancelling;

        Assert.Equal(!cancelled, await completing is RecoveryOutcome.Completed);
        var ending = (await Domain.Get<Recoveries>().FindAsync(id, Cancellation))!.Ending;
        Assert.Equal(cancelled ? RecoveryEnding.Cancelled : RecoveryEnding.Completed, ending);
    }

    [Fact]
    public async Task After_a_cancel_nothing_completes_it()
    {
        var (account, id) = await ReadyAsync();
        Assert.True(await Domain.Get<Recoveries>().CancelAsync(account, "owner", Cancellation));

        Assert.IsType<RecoveryOutcome.Cancelled>(await CompleteAsync(id));
        Assert.False(await Domain.Get<Recoveries>().CancelAsync(account, "owner", Cancellation));
    }

    [Fact]
    public async Task Completed_for_nobody_it_is_over()
    {
        Assert.IsType<RecoveryOutcome.Over>(await CompleteAsync(Guid.CreateVersion7(Domain.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task One_completed_ends_all_others_of_the_account()
    {
        var (account, id) = await ReadyAsync();
        var other = await Domain.Get<Recoveries>().AllowAsync(account, LostThing.Everything, Cancellation);

        Assert.IsType<RecoveryOutcome.Completed>(await CompleteAsync(id));

        Assert.Equal(RecoveryEnding.Superseded, (await Domain.Get<Recoveries>().FindAsync(other, Cancellation))!.Ending);
    }

    [Fact]
    public async Task It_opens_for_a_week_and_no_longer()
    {
        var (_, id) = await ReadyAsync();
        Domain.Clock.Advance(TimeSpan.FromDays(7));

        Assert.IsType<RecoveryOutcome.Over>(await CompleteAsync(id));
    }

    [Fact]
    public async Task A_minute_too_early_it_says_when()
    {
        var account = await NewAccounts.CreateAsync(Domain);
        var waiting = Assert.IsType<RecoveryProgress.Waiting>(await TryAsync(account));
        Domain.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));

        Assert.Equal(new RecoveryOutcome.NotYet(waiting.Until), await CompleteAsync(waiting.Recovery));
    }

    private async Task<(Guid Account, Guid Recovery)> ReadyAsync()
    {
        var account = await NewAccounts.CreateAsync(Domain);
        var waiting = Assert.IsType<RecoveryProgress.Waiting>(await TryAsync(account));
        Domain.Clock.Advance(TimeSpan.FromHours(24));
        return (account, waiting.Recovery);
    }

    private Task<RecoveryProgress> TryAsync(Guid account) =>
        Domain.Get<Recoveries>().TryAsync(account, LostThing.Password, RecoveryProofs.EmailCode, Cancellation);

    private Task<RecoveryOutcome> CompleteAsync(Guid id) => Domain.Get<RecoveryCompletion>().TryAsync(id, LostThing.Password, NewPassword, null, Cancellation);
}

public sealed class SqliteRecoveryRaceTests() : RecoveryRaceTests(StorageProvider.Sqlite);

public sealed class PostgresRecoveryRaceTests() : RecoveryRaceTests(StorageProvider.Postgres);
