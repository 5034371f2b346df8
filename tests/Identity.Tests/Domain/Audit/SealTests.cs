using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Domain.Audit;

public abstract class SealTests(StorageProvider provider) : OnBothDatabases(provider)
{
    [Fact]
    public async Task A_seal_holds_the_head_of_each_chain_that_grew()
    {
        await AppendAsync("account:alice", "account:bob", "account:alice");

        Assert.Equal(2, await SealAsync());
        Assert.Equal(0, await SealAsync());
        await AppendAsync("account:bob");
        Assert.Equal(1, await SealAsync());

        var report = await VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((4, 2), (report.Links, report.LastSeal?.Number));
    }

    [Fact]
    public async Task The_minute_seals_by_itself()
    {
        await AppendAsync("account:alice");

        for (var i = 0; (await VerifyAsync()).LastSeal is null; i++)
        {
            Assert.InRange(i, 0, 100);
            Domain.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20, Cancellation);
        }
    }

    [Fact]
    public async Task A_seal_outlives_the_key_that_signed_it()
    {
        await AppendAsync("account:alice");
        await SealAsync();

        await using var later = await TestDomain.StartAsync(Domain.Database.Provider, Domain.Storage, new FakeTimeProvider(Domain.Clock.GetUtcNow().AddDays(400)));
        await AppendAsync("account:alice");
        await later.Get<AuditSealer>().SealAsync(Cancellation);

        Assert.Equal(2, await CountAsync("SELECT COUNT(DISTINCT kid) FROM audit_seals"));
        Assert.Empty((await later.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Theory]
    // A link and its head rewritten together, so that the chain itself holds.
    [InlineData("account:alice: link 1 is another than seal 1 holds.",
        "DELETE FROM audit_entries WHERE subject = 'account:alice'",
        "INSERT INTO audit_entries (subject, seq, at, event, payload, hash) SELECT 'account:alice', 1, at, event, payload, hash FROM audit_entries WHERE subject = 'account:bob'",
        "UPDATE audit_heads SET hash = (SELECT hash FROM audit_entries WHERE subject = 'account:bob') WHERE subject = 'account:alice'")]
    [InlineData("account:bob: link 1 is gone, which seal 1 holds.", "DELETE FROM audit_entries WHERE subject = 'account:bob'", "DELETE FROM audit_heads WHERE subject = 'account:bob'")]
    [InlineData("Seal 1: its root is not that of the heads it holds and of the seal before it.", "DELETE FROM audit_seal_leaves WHERE subject = 'account:bob'")]
    [InlineData("Seal 1: its root is not that of the heads it holds and of the seal before it.", "UPDATE audit_seal_leaves SET hash = (SELECT hash FROM audit_seal_leaves WHERE subject = 'account:bob') WHERE subject = 'account:alice'")]
    [InlineData("Seal 1: its signature is false.", "UPDATE audit_seals SET at = at + 1")]
    [InlineData("Seal 1: its key forged is none of ours.", "UPDATE audit_seals SET kid = 'forged'")]
    [InlineData("account:alice: its head and the seals disagree on how far it was sealed.", "UPDATE audit_heads SET sealed_seq = 0")]
    public async Task Tampering_beneath_a_seal_shows(string fault, params string[] tampering)
    {
        await AppendAsync("account:alice", "account:bob");
        await SealAsync();
        Assert.Empty((await VerifyAsync()).Faults);

        await TamperAsync(tampering);

        Assert.Contains(fault, (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_dropped_tail_shows()
    {
        await AppendAsync("account:alice", "account:alice", "account:alice");
        await SealAsync();

        await TamperAsync(
            "DELETE FROM audit_disclosures WHERE seq = 3",
            "DELETE FROM audit_entries WHERE seq = 3",
            "UPDATE audit_heads SET seq = 2, sealed_seq = 2, hash = (SELECT hash FROM audit_entries WHERE seq = 2)");

        Assert.Contains("account:alice: link 3 is gone, which seal 1 holds.", (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_seal_dropped_from_the_middle_shows()
    {
        for (var i = 0; i < 3; i++)
        {
            await AppendAsync("account:alice");
            await SealAsync();
        }

        await TamperAsync("DELETE FROM audit_seals WHERE number = 2", "DELETE FROM audit_seal_leaves WHERE number = 2");

        Assert.Contains("Seal 3: the seal before it is gone.", (await VerifyAsync()).Faults);
    }

    /// <summary>Whoever can write rows but holds no key can make a root that fits, and no signature.</summary>
    [Fact]
    public async Task A_forged_seal_shows()
    {
        await AppendAsync("account:alice");
        await SealAsync();
        await TamperAsync("DELETE FROM audit_seal_leaves", "DELETE FROM audit_entries", "DELETE FROM audit_heads");

        var root = SealText.Root(null, []);
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(
            new Statement("forge", "UPDATE audit_seals SET leaves = 0, root = @root"), ("root", root)), Cancellation);

        Assert.Equal(["Seal 1: its signature is false."], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_busy_minute_takes_several_seals()
    {
        var subjects = Enumerable.Range(0, AuditSealer.MostLeaves + 5).Select(i => $"account:{i}").ToArray();
        await AppendAsync(subjects);

        Assert.Equal(AuditSealer.MostLeaves, await SealAsync());
        Assert.Equal(5, await SealAsync());
        Assert.Empty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Two_nodes_seal_at_once_and_nothing_is_sealed_twice()
    {
        await using var another = await Domain.AnotherAsync();
        for (var round = 0; round < 10; round++)
        {
            await AppendAsync("account:alice", $"account:{round}");
            await Task.WhenAll(
                SealAsync(), another.Get<AuditSealer>().SealAsync(Cancellation),
                AppendAsync("account:alice", "client:appointments"), AppendAsync("client:appointments", "account:alice"));
        }

        while (await SealAsync() > 0)
        {
        }

        Assert.Equal(0, await CountAsync("SELECT COUNT(*) FROM audit_heads WHERE seq > sealed_seq"));
        Assert.Equal(0, await CountAsync("SELECT COUNT(*) FROM (SELECT 1 FROM audit_seal_leaves GROUP BY subject, seq HAVING COUNT(*) > 1) AS twice"));
        Assert.Empty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Changes_to_the_same_two_chains_wait_for_each_other_in_turn()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            i % 2 == 0 ? AppendAsync("account:alice", "client:appointments") : AppendAsync("client:appointments", "account:alice")));

        Assert.Equal(80, (await VerifyAsync()).Links);
    }

    [Fact]
    public async Task Erasing_a_disclosure_leaves_chains_and_seals_whole()
    {
        await AppendAsync("account:alice");
        await SealAsync();

        await TamperAsync("DELETE FROM audit_disclosures");

        Assert.Empty((await VerifyAsync()).Faults);
    }

    private Task<int> SealAsync() => Domain.Get<AuditSealer>().SealAsync(Cancellation);

    private Task<AuditReport> VerifyAsync() => Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);

    private Task AppendAsync(params string[] subjects) => Domain.Get<Ledger>().RecordAsync(
        _ => ValueTask.FromResult(true),
        new Recorded([.. subjects.Select((subject, i) => new AuditEntry(new AuditSubject(subject), "test")
        {
            Details = new Dictionary<string, string> { ["subject"] = subject },
            Personal = i < 10 ? new Dictionary<string, string> { ["email"] = "alice@example.test" } : new Dictionary<string, string>(),
        })], []), Cancellation);

    private async Task TamperAsync(params string[] statements)
    {
        foreach (var statement in statements)
            await Domain.Database.WriteAsync(write => write.ExecuteAsync(new Statement("tamper", statement)), Cancellation);
    }

    private async Task<long> CountAsync(string sql) =>
        await Domain.Database.ReadAsync(read => read.FirstAsync(new Statement("count", sql), row => row.GetInt64(0)), Cancellation);

    public sealed class OnSqlite() : SealTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : SealTests(StorageProvider.Postgres);
}
