using System.Net;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Hosting;

namespace Identity.Tests.Domain.Limits;

[Spec("NIST SP 800-63B", "3.2.2")]
public abstract class SignInLimitsTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly SignInAttempt Home = new("alice@example.test", Network.Of(IPAddress.Parse("192.0.2.7")));
    private static readonly SignInAttempt Away = Home with { Network = Network.Of(IPAddress.Parse("198.51.100.7")) };
    private static readonly LimitDecision Allowed = new LimitDecision.Allowed();

    private SignInLimits Limits => Domain.Get<SignInLimits>();

    [Fact]
    public async Task The_fifth_wrong_password_begins_a_wait_that_ends()
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(Allowed, await Limits.RecordFailureAsync(Home, Cancellation));
        var retryAt = new LimitDecision.RetryAt(Domain.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal(retryAt, await Limits.RecordFailureAsync(Home, Cancellation));
        Assert.Equal(retryAt, await Limits.CheckAsync(Home, Cancellation));
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Allowed, await Limits.CheckAsync(Home, Cancellation));
    }

    [Fact]
    public async Task Another_account_another_network_and_a_known_device_do_not_wait()
    {
        await FailAsync(Home, 9);

        Assert.Equal(Allowed, await Limits.CheckAsync(Home with { Identifier = "bob@example.test" }, Cancellation));
        Assert.Equal(Allowed, await Limits.CheckAsync(Away, Cancellation));
        Assert.Equal(Allowed, await Limits.CheckAsync(Home with { KnownDevice = "laptop" }, Cancellation));
    }

    [Fact]
    public async Task Guessing_from_many_networks_makes_the_account_wait_but_not_a_known_device()
    {
        for (var i = 0; i < 50; i++)
            await FailAsync(Home with { Network = Network.Of(new IPAddress([203, 0, (byte)i, 1])) }, 1);

        Assert.IsType<LimitDecision.RetryAt>(await Limits.CheckAsync(Away, Cancellation));
        Assert.Equal(Allowed, await Limits.CheckAsync(Away with { KnownDevice = "laptop" }, Cancellation));
    }

    [Fact]
    public async Task A_known_device_has_a_wait_of_its_own()
    {
        await FailAsync(Home with { KnownDevice = "laptop" }, 5);

        Assert.IsType<LimitDecision.RetryAt>(await Limits.CheckAsync(Away with { KnownDevice = "laptop" }, Cancellation));
        Assert.Equal(Allowed, await Limits.CheckAsync(Away with { KnownDevice = "phone" }, Cancellation));
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones()
    {
        await FailAsync(Home, 4);

        Assert.Equal(Allowed, await Limits.RecordSuccessAsync(Home, Cancellation));

        await FailAsync(Home, 4);
        Assert.Equal(Allowed, await Limits.CheckAsync(Home, Cancellation));
    }

    [Fact]
    public async Task A_right_guess_among_many_sent_at_once_comes_too_late()
    {
        Assert.Equal(Allowed, await Limits.CheckAsync(Home, Cancellation));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Limits.RecordFailureAsync(Home, Cancellation)));

        Assert.IsType<LimitDecision.RetryAt>(await Limits.RecordSuccessAsync(Home, Cancellation));
        Assert.IsType<LimitDecision.RetryAt>(await Limits.CheckAsync(Home, Cancellation));
    }

    [Fact]
    public async Task Failures_on_every_node_count_together_and_survive_a_restart()
    {
        await FailAsync(Home, 3);
        await using var another = await Domain.AnotherAsync();
        var there = another.Get<SignInLimits>();
        await there.RecordFailureAsync(Home, Cancellation);
        await there.RecordFailureAsync(Home, Cancellation);

        Assert.IsType<LimitDecision.RetryAt>(await Limits.CheckAsync(Home, Cancellation));
    }

    [Fact]
    public async Task A_day_later_all_is_forgotten_and_the_rows_are_gone()
    {
        await FailAsync(Home, 9);
        Domain.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Allowed, await Limits.RecordFailureAsync(Home, Cancellation));

        Domain.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await Pruner().PruneAsync(Cancellation);

        var rows = await Domain.Database.ReadAsync(read => read.FirstAsync(
            new Statement("test.count", "SELECT COUNT(*) FROM attempt_counters"), row => row.GetInt64(0)), Cancellation);
        Assert.Equal(0, rows);
    }

    [Fact]
    public async Task The_table_tells_nobody_who_was_tried()
    {
        await FailAsync(Home, 1);

        var keys = await Domain.Database.ReadAsync(read => read.ListAsync(
            new Statement("test.keys", "SELECT key FROM attempt_counters"), row => (byte[])row[0]), Cancellation);

        Assert.Equal(2, keys.Count);
        Assert.All(keys, key => Assert.Equal(32, key.Length));
    }

    private Pruner Pruner() => Domain.Get<IEnumerable<IHostedService>>().OfType<Pruner>().Single();

    private async Task FailAsync(SignInAttempt attempt, int times)
    {
        for (var i = 0; i < times; i++)
            await Limits.RecordFailureAsync(attempt, Cancellation);
    }

    public sealed class OnSqlite() : SignInLimitsTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : SignInLimitsTests(StorageProvider.Postgres);
}
