using System.Text;
using System.Text.Json.Nodes;
using Identity.Domain.Audit;
using Identity.Domain.Audit.Export;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Audit;

/// <summary>A chain as a file that proves itself, and every way in which the file may have been changed.</summary>
public abstract class ExportTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private const string Alice = "account:alice";

    [Fact]
    public async Task An_export_proves_itself_by_its_lines_alone()
    {
        await AppendAsync(Alice, Alice, "account:bob");
        await SealAsync();
        await AppendAsync(Alice);

        var report = await VerifyAsync(await ExportAsync());

        Assert.Empty(report.Faults);
        Assert.Equal((3, 2), (report.Links, report.Sealed));
        Assert.Single(report.Keys);
    }

    [Fact]
    public async Task The_newest_of_many_seals_is_in_it()
    {
        for (var round = 0; round < 3; round++)
        {
            await AppendAsync(Alice, $"account:{round}", $"client:{round}");
            await SealAsync();
        }

        var report = await VerifyAsync(await ExportAsync());

        Assert.Empty(report.Faults);
        Assert.Equal(3, report.Sealed);
    }

    [Fact]
    public async Task A_personal_value_is_not_in_it()
    {
        await AppendAsync(Alice);

        Assert.DoesNotContain("alice@example.test", string.Concat(await ExportAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_chain_that_is_not_there_the_export_says_nothing()
    {
        var report = await VerifyAsync(await ExportAsync());

        Assert.Equal((0, 0), (report.Links, report.Sealed));
        Assert.Empty(report.Faults);
    }

    [Theory]
    [InlineData("link", "payload", "does not follow on the one before it")]
    [InlineData("link", "hash", "does not follow on the one before it")]
    [InlineData("seal", "root", "is not beneath the root of seal")]
    [InlineData("seal", "signature", "its signature is false")]
    [InlineData("seal", "subject", "is gone, which seal")]
    [InlineData("key", "spki", "its signature is false")]
    [InlineData("key", "kid", "is not in the export")]
    [InlineData("key", "alg", "its signature is false")]
    public async Task A_changed_member_shows(string type, string member, string fault)
    {
        var lines = await SealedAsync();
        var at = lines.FindIndex(line => line.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal));
        var line = JsonNode.Parse(lines[at])!.AsObject(); // An export is made of objects.
        line[member] = Changed((string)line[member]!); // Each of these is a text.
        lines[at] = line.ToJsonString();

        Assert.Contains((await VerifyAsync(lines)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("link", "The end speaks of other numbers")]
    [InlineData("seal", "The end speaks of other numbers")]
    [InlineData("key", "is not in the export")]
    [InlineData("end", "The end is missing")]
    [InlineData("export", "this is no export")]
    public async Task A_removed_line_shows(string type, string fault)
    {
        var lines = await SealedAsync();
        lines.RemoveAt(lines.FindLastIndex(line => line.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal)));

        Assert.Contains((await VerifyAsync(lines)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("not JSON")]
    [InlineData("""{"type":"other"}""")]
    [InlineData("""{"type":"seal","path":null}""")]
    public async Task What_is_no_line_of_an_export_is_a_fault_and_no_crash(string inserted)
    {
        var lines = await SealedAsync();
        lines.Insert(1, inserted);

        Assert.NotEmpty((await VerifyAsync(lines)).Faults);
    }

    [Fact]
    public async Task A_way_up_the_tree_that_is_none_is_a_fault()
    {
        var lines = await SealedAsync();
        var at = lines.FindIndex(line => line.Contains("\"type\":\"seal\"", StringComparison.Ordinal));
        foreach (var step in new[] { "\"X00\"", "\"\"", "\"L\"", "\"Lzz\"" })
        {
            var line = JsonNode.Parse(lines[at])!.AsObject(); // An export is made of objects.
            line["path"] = JsonNode.Parse($"[{step}]");

            Assert.NotEmpty((await VerifyAsync([.. lines[..at], line.ToJsonString(), .. lines[(at + 1)..]])).Faults);
        }
    }

    private async Task<List<string>> SealedAsync()
    {
        await AppendAsync(Alice, "account:bob", Alice);
        await SealAsync();
        return await ExportAsync();
    }

    private async Task<List<string>> ExportAsync()
    {
        var text = new StringBuilder();
        await using var writer = new StringWriter(text);
        await Domain.Get<AuditExport>().WriteAsync([new AuditSubject(Alice)], writer, Cancellation);
        return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static Task<ExportReport> VerifyAsync(IEnumerable<string> lines) =>
        ExportVerifier.VerifyAsync(new StringReader(string.Join('\n', lines)), Cancellation);

    private static string Changed(string text) => (text[0] == '0' ? '1' : '0') + text[1..];

    private Task<int> SealAsync() => Domain.Get<AuditSealer>().SealAsync(Cancellation);

    private Task AppendAsync(params string[] subjects) => Domain.Get<Ledger>().RecordAsync(
        _ => ValueTask.FromResult(true),
        new Recorded([.. subjects.Select(subject => new AuditEntry(new AuditSubject(subject), "test")
        {
            Personal = new Dictionary<string, string> { ["email"] = "alice@example.test" },
        })], []), Cancellation);

    public sealed class OnSqlite() : ExportTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ExportTests(StorageProvider.Postgres);
}
