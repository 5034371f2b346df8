using Identity.Domain.Audit;
using Identity.Domain.Storage;

namespace Identity.Tests.Domain.Audit;

public abstract class ChainTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly AuditSubject Alice = new("account:alice");

    [Fact]
    public async Task Every_link_holds_the_hash_of_the_one_before()
    {
        for (var i = 0; i < 3; i++)
            await AppendAsync(Alice);
        await AppendAsync(new AuditSubject("client:appointments"));

        var (links, _, faults) = await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);

        Assert.Equal(4, links);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Simultaneous_appends_to_one_chain_each_get_a_link()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => AppendAsync(Alice)));

        var (links, _, faults) = await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);
        Assert.Equal(30, links);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET payload = '{}' WHERE seq = 2")]
    [InlineData("DELETE FROM audit_entries WHERE seq = 2")]
    [InlineData("DELETE FROM audit_entries WHERE seq = 3")]
    [InlineData("DELETE FROM audit_heads")]
    [InlineData("UPDATE audit_heads SET seq = 2, hash = (SELECT hash FROM audit_entries WHERE seq = 2)")]
    public async Task A_link_that_was_changed_or_dropped_shows(string tampering)
    {
        for (var i = 0; i < 3; i++)
            await AppendAsync(Alice);
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(new Statement("tamper", tampering)), Cancellation);

        var (_, _, faults) = await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);

        Assert.Single(faults);
    }

    [Fact]
    public async Task Erasing_a_personal_value_leaves_the_proof_whole()
    {
        await AppendAsync(Alice);
        var erase = new Statement("erase", "DELETE FROM audit_disclosures");

        Assert.Equal(1, await Domain.Database.WriteAsync(write => write.ExecuteAsync(erase), Cancellation));

        var payload = await Domain.Database.ReadAsync(read => read.FirstAsync(new Statement("payload", "SELECT payload FROM audit_entries"), row => row.GetString(0)), Cancellation);
        Assert.DoesNotContain("alice@example.test", payload, StringComparison.Ordinal);
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_no_link_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Domain.Get<Ledger>().RecordAsync<int>(
            _ => throw new InvalidOperationException(), Recorded.Of(new AuditEntry(Alice, "test")), Cancellation));

        Assert.Equal(0, (await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Links);
    }

    private Task AppendAsync(AuditSubject subject) => Domain.Get<Ledger>().RecordAsync(
        _ => ValueTask.FromResult(true),
        Recorded.Of(new AuditEntry(subject, "test") { Personal = new Dictionary<string, string> { ["email"] = "alice@example.test" } }),
        Cancellation);

    public sealed class OnSqlite() : ChainTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ChainTests(StorageProvider.Postgres);
}
