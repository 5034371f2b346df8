using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Identity.Testing;
using Identity.Tests.Domain.Credentials;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Domain.Verification.Record;

/// <summary>Alice has proof that runs out in forty days.</summary>
public abstract class ProofReminderTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private IdentityRecord Record => Domain.Get<IdentityRecord>();

    [Fact]
    public async Task A_month_and_a_week_before_proof_runs_out_its_owner_is_told_once_each()
    {
        await ProveAsync(await SignedInCitizen.CreateAsync(Domain), Ending(40));

        await AssertToldOnAsync(9, 0);
        await AssertToldOnAsync(10, 1);
        await AssertToldOnAsync(10, 0);
        await AssertToldOnAsync(32, 0);
        await AssertToldOnAsync(33, 1);
        await AssertToldOnAsync(41, 0);
    }

    [Fact]
    public async Task Two_nodes_tell_once()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await ProveAsync(alice, Ending(40), Ending(40) with { Number = "GBR 2" });
        var clock = Later(10);
        await using var one = await Domain.AnotherAsync(clock);
        await using var other = await Domain.AnotherAsync(clock);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => (number % 2 == 0 ? one : other).Get<ProofReminders>().RemindAsync(Cancellation)));

        await AssertToldAsync(clock.GetUtcNow(), 1);
        Assert.Equal(0, await one.Get<ProofReminders>().RemindAsync(Cancellation));
    }

    [Fact]
    public async Task Who_has_renewed_it_is_not_told()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await ProveAsync(alice, Ending(40));
        await AssertToldOnAsync(10, 1);

        await ProveAsync(alice, Ending(80) with { Number = "GBR 2" });

        await AssertToldOnAsync(33, 0);
    }

    [Fact]
    public async Task Evidence_that_takes_no_level_with_it_is_not_told_of()
    {
        await ProveAsync(await SignedInCitizen.CreateAsync(Domain), Ending(40) with { Scores = new(1, 1) });

        await AssertToldOnAsync(10, 0);
    }

    [Fact]
    public async Task A_level_that_is_lost_with_one_score_is_told_of_too()
    {
        // The fraud score of H1A lasts 1095 days from the check, its document 3650.
        await ProveAsync(await SignedInCitizen.CreateAsync(Domain), TestEvidence.Passport(Domain.Clock.GetUtcNow().AddDays(-1055)));

        await AssertToldOnAsync(9, 0);
        await AssertToldOnAsync(10, 1);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_was_taken_back()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await ProveAsync(alice, Ending(40));
        await Record.RevokeAsync(alice.Account.Id, Assert.Single((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence).Id, "test", Cancellation);

        await AssertToldOnAsync(10, 0);
    }

    [Theory]
    [InlineData("30 7", "30,7")]
    [InlineData(" 7  30 7", "30,7")]
    [InlineData("", "")]
    [InlineData("0", null)]
    [InlineData("366", null)]
    [InlineData("30,7", null)]
    [InlineData("a week", null)]
    [InlineData("1 2 3 4 5 6", null)]
    public void Days_are_read_as_an_operator_writes_them(string written, string? read) =>
        Assert.Equal(read, ProofTimes.Read(written) is { } times ? string.Join(',', times.Select(time => time.Days)) : null);

    private Evidence Ending(int days) => TestEvidence.Passport(Domain.Clock.GetUtcNow()) with { Expires = Domain.Clock.GetUtcNow().AddDays(days) };

    private async Task ProveAsync(SignedInCitizen citizen, params IReadOnlyList<Evidence> evidence) =>
        Assert.IsType<AddOutcome.Added>(await Record.AddAsync(citizen.Account.Id, "simulated", evidence, [], Cancellation));

    private FakeTimeProvider Later(int days) => new(Domain.Clock.GetUtcNow().AddDays(days));

    // By another node, so that nothing has to happen all those days.
    private async Task AssertToldOnAsync(int day, int times)
    {
        await using var later = await Domain.AnotherAsync(Later(day));
        var before = await CountAsync(later.Clock.GetUtcNow());
        await later.Get<ProofReminders>().RemindAsync(Cancellation);
        await AssertToldAsync(later.Clock.GetUtcNow(), before + times);
    }

    private async Task AssertToldAsync(DateTimeOffset since, int times)
    {
        for (var tries = 0; tries < 500 && await CountAsync(since) < times; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.Equal(times, await CountAsync(since));
    }

    private async Task<int> CountAsync(DateTimeOffset since) =>
        (await Domain.Get<Mailbox>().ListAsync(Cancellation)).Count(message => message.Subject == RecordMessages.Expiring && message.SentAt >= since);

    public sealed class OnSqlite() : ProofReminderTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ProofReminderTests(StorageProvider.Postgres);
}
