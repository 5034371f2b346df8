using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Domain.Verification.Runs;

/// <summary>Alice has a code that works for thirty days, or waits with one.</summary>
public abstract class RunReminderTests(StorageProvider provider) : VerificationTests(provider)
{
    [Fact]
    public async Task A_week_and_two_days_before_a_code_ends_its_owner_is_reminded_once_each()
    {
        await BegunAsync(await EndingAsync(until => ScriptedVerifier.Question with { Until = until }));

        await AssertToldOnAsync(22, 0);
        await AssertToldOnAsync(23, 1);
        await AssertToldOnAsync(23, 0);
        await AssertToldOnAsync(27, 0);
        await AssertToldOnAsync(28, 1);
        await AssertToldOnAsync(29, 0);
    }

    [Fact]
    public async Task Two_nodes_remind_once()
    {
        await BegunAsync(await EndingAsync(until => ScriptedVerifier.Question with { Until = until }));
        var clock = Later(23);
        await using var one = await Domain.AnotherAsync(clock);
        await using var other = await Domain.AnotherAsync(clock);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => (number % 2 == 0 ? one : other).Get<RunStore>().RemindAsync(Cancellation)));

        await AssertToldAsync(clock.GetUtcNow(), 1);
        Assert.Equal(0, await one.Get<RunStore>().RemindAsync(Cancellation));
    }

    [Fact]
    public async Task Who_waits_with_a_code_is_reminded()
    {
        await BegunAsync(await EndingAsync(until => new VerificationStep.Wait("question", until, TimeSpan.FromDays(60)) { Handle = "ABCD-2345" }));

        await AssertToldOnAsync(23, 1);
    }

    [Fact]
    public async Task Who_waits_for_somebody_else_is_not()
    {
        await BegunAsync(await EndingAsync(until => new VerificationStep.Wait("question", until, TimeSpan.FromDays(60))));

        await AssertToldOnAsync(23, 0);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_they_stopped()
    {
        var alice = await EndingAsync(until => ScriptedVerifier.Question with { Until = until });
        var run = await BegunAsync(alice);
        await Verifications.CancelAsync(run.Id, alice.Account.Id, Cancellation);

        await AssertToldOnAsync(23, 0);
    }

    [Fact]
    public async Task A_code_that_works_longer_than_a_verification_can_still_be_typed()
    {
        var alice = await EndingAsync(until => ScriptedVerifier.Question with { Until = until.AddDays(15) });
        var run = await BegunAsync(alice);

        await using var later = await Domain.AnotherAsync(Later(40));

        Assert.NotNull(await later.Get<Verifications>().FindAsync(run.Id, new RunHolder.Owner(alice.Account.Id), Cancellation));
    }

    private async Task<Credentials.SignedInCitizen> EndingAsync(Func<DateTimeOffset, VerificationStep> step, string email = "alice@example.test")
    {
        var until = Domain.Clock.GetUtcNow() + TimeSpan.FromDays(30);
        Verifier.Do = (_, _, _) => Task.FromResult(step(until));
        return await CitizenAsync(email);
    }

    private FakeTimeProvider Later(int days) => new(Domain.Clock.GetUtcNow().AddDays(days));

    // By another node, so that nothing has to happen all those days.
    private async Task AssertToldOnAsync(int day, int times)
    {
        await using var later = await Domain.AnotherAsync(Later(day));
        var before = await CountAsync(later.Clock.GetUtcNow());
        await later.Get<RunStore>().RemindAsync(Cancellation);
        await AssertToldAsync(later.Clock.GetUtcNow(), before + times);
    }

    private async Task AssertToldAsync(DateTimeOffset since, int times)
    {
        for (var tries = 0; tries < 500 && await CountAsync(since) < times; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.Equal(times, await CountAsync(since));
    }

    private async Task<int> CountAsync(DateTimeOffset since) =>
        (await Domain.Get<Mailbox>().ListAsync(Cancellation)).Count(message => message.Subject == RunMessages.Ending && message.SentAt >= since);

    public sealed class OnSqlite() : RunReminderTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : RunReminderTests(StorageProvider.Postgres);
}
