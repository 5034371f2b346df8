using System.Text.Json;
using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Commands;

/// <summary>The verbs of keys, as an operator runs them; and a program that does not start, which says why and nothing else.</summary>
public sealed partial class KeyVerbTests : IAsyncLifetime
{
    // As the verb leaves it, which every test begins with: migrated, and with no key yet.
    private static readonly Lazy<Task<TestDatabase>> Migrated = new(MigrateAsync);

    private TestDatabase _database = null!; // Set before each test by InitializeAsync.

    private string Folder => Path.GetDirectoryName(_database.File)!; // The file has a folder.

    public async ValueTask InitializeAsync() => _database = (await Migrated.Value).Copy();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_key_is_announced_turned_and_revoked_and_the_list_follows()
    {
        var (announced, first, _) = await RunAsync("keys", "rotate");
        Assert.Equal(0, announced);
        Assert.Matches(@"^\S{16} signs now\.", first[^1]); // There was none before.

        var kid = first[^1].Split(' ')[0];
        var (_, second, _) = await RunAsync("keys", "rotate", "--algorithm", "ES256");
        var next = second[^1].Split(' ')[0];
        Assert.Contains("stands in the JWKS now and signs from", second[^1], StringComparison.Ordinal);
        Assert.Contains("is announced already", (await RunAsync("keys", "rotate")).Output[^1], StringComparison.Ordinal);
        Assert.StartsWith($"{next} signs now.", (await RunAsync("keys", "rotate", "--now")).Output[^1], StringComparison.Ordinal);
        Assert.StartsWith($"{kid} is out of the JWKS", (await RunAsync("keys", "revoke", kid)).Output[^1], StringComparison.Ordinal);

        var (listed, table, _) = await RunAsync("keys", "list");
        Assert.Equal(0, listed);
        Assert.Equal(["revoked", "signing"], new[] { kid, next }.Select(key => table.First(line => line.StartsWith(key, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]));
        Assert.Contains("0 faults", (await RunAsync("audit", "verify")).Output[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_JSON_for_a_program_and_holds_nothing_secret()
    {
        await RunAsync("keys", "rotate");

        var (exit, output, _) = await RunAsync("keys", "list", "--json");

        var list = JsonDocument.Parse(string.Join('\n', output)).RootElement;
        Assert.Equal((0, "signing"), (exit, list.GetProperty("signing")[0].GetProperty("state").GetString()));
        Assert.False(list.GetProperty("ring")[0].GetProperty("revoked").GetBoolean());
        Assert.DoesNotContain("sealed", string.Join('\n', output), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("There is no such key. The verb 'keys list' names those there are.", "keys", "revoke", "nobody")]
    [InlineData("No key is held for 'HS256'. Write one of ES256, RS256, or add it to Keys:Algorithms.", "keys", "rotate", "--algorithm", "HS256")]
    [InlineData("--ring goes alone: the ring is renewed at once, and has no algorithm to choose.", "keys", "rotate", "--ring", "--now")]
    [InlineData("Keys:CertificatePath and Keys:FilePath are empty. Name what is to close the ring.", "keys", "reseal")]
    public async Task What_cannot_be_done_is_said_in_one_line(string fault, params string[] verb)
    {
        var (exit, _, error) = await RunAsync(verb);

        Assert.Equal((1, fault), (exit, Assert.Single(error)));
    }

    [Fact]
    public async Task A_key_is_revoked_once()
    {
        var kid = (await RunAsync("keys", "rotate")).Output[^1].Split(' ')[0];
        await RunAsync("keys", "revoke", kid);

        var (exit, _, error) = await RunAsync("keys", "revoke", kid);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{kid} was revoked already, on ", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_is_made_once_and_its_id_is_what_the_list_names()
    {
        await RunAsync("keys", "rotate");
        var file = Path.Combine(Folder, "ring.key");

        var (made, output, _) = await RunAsync("keys", "make-file", file);
        var (again, _, error) = await RunAsync("keys", "make-file", file);
        await RunAsync("keys", "reseal", $"--Keys:FilePath={file}");

        Assert.Equal((0, 1), (made, again));
        Assert.StartsWith($"{file} was not made: ", Assert.Single(error), StringComparison.Ordinal);
        var id = KeyFileId().Match(output[^1]).Value;
        Assert.EndsWith(id, (await RunAsync("keys", "list", $"--Keys:FilePath={file}")).Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_with_another_key_file_does_not_start_and_says_why_in_one_line()
    {
        await RunAsync("keys", "rotate");
        foreach (var name in new[] { "ring.key", "other.key" })
            await RunAsync("keys", "make-file", Path.Combine(Folder, name));
        await RunAsync("keys", "reseal", $"--Keys:FilePath={Path.Combine(Folder, "ring.key")}");

        var (exit, output, error) = await RunAsync($"--Keys:FilePath={Path.Combine(Folder, "other.key")}");

        Assert.Equal(1, exit);
        Assert.StartsWith("The ring of keys in the database is closed by key file ", Assert.Single(error), StringComparison.Ordinal);
        Assert.DoesNotContain(output, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ring_in_clear_is_refused_by_Production_until_it_is_closed()
    {
        await RunAsync("keys", "rotate");
        var file = Path.Combine(Folder, "ring.key");
        await RunAsync("keys", "make-file", file);

        var (exit, _, error) = await RunAsync([.. Production, $"--Keys:FilePath={file}"]);

        Assert.Equal(1, exit);
        Assert.Contains("stands in clear", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_changed_is_refused_by_the_start_and_by_the_migration()
    {
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_database.File};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Tomorrow', '30.0.0')""";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        foreach (var args in new string[][] { ["migrate"], [], [.. Staging] })
        {
            var (exit, output, error) = await RunAsync(args);
            Assert.Equal(1, exit);
            Assert.StartsWith("A newer program has changed the database: it holds the migration 29990101000000_Tomorrow", Assert.Single(error), StringComparison.Ordinal);
            Assert.Empty(output);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said_not_to()
    {
        var (exit, _, error) = await RunAsync([.. Staging, "--Storage:Provider=Postgres", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody"]);

        Assert.Equal((1, "The database does not answer. Start it, or correct Storage:ConnectionString."), (exit, Assert.Single(error)));
    }

    private static readonly string[] Mail = ["--Mail:Host=smtp.example", "--Mail:FromAddress=no-reply@identity.example", "--Protocol:Issuer=https://identity.example"];
    private static readonly string[] Staging = ["--environment=Staging", .. Mail];
    private static readonly string[] Production = ["--environment=Production", .. Mail];

    private Task<(int Exit, string[] Output, string[] Error)> RunAsync(params string[] args) => RunAsync(_database, args);

    private static Task<(int Exit, string[] Output, string[] Error)> RunAsync(TestDatabase database, string[] args) => Program.RunAsync(
    [
        .. args, .. args.Any(word => word.StartsWith("--environment", StringComparison.Ordinal)) ? Array.Empty<string>() : ["--environment=Development"],
        $"--Storage:Path={database.File}", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0",
    ]);

    private static async Task<TestDatabase> MigrateAsync()
    {
        var database = TestDatabase.Empty().ForAll();
        Assert.Equal(0, (await RunAsync(database, ["migrate"])).Exit);
        return database;
    }

    [GeneratedRegex(@"key file \S{12}")]
    private static partial Regex KeyFileId();
}
