using Identity.Testing;
using Microsoft.Data.Sqlite;

namespace Identity.Tests.Web.Commands;

/// <summary>The verbs of verifiers, as an operator runs them.</summary>
public sealed class VerifierVerbTests : IAsyncLifetime
{
    private const string Offered = "in-person letter simulated";

    private readonly TestDatabase _database = TestDatabase.Empty();

    public async ValueTask InitializeAsync() => await RunAsync("migrate");

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Those_that_are_offered_are_listed_by_name_with_what_they_give()
    {
        var (exit, output, error) = await RunAsync("verifiers", "list");

        Assert.Equal((0, 3), (exit, output.Length));
        Assert.Empty(error);
        Assert.Equal("in-person: 20 minutes, gives Document, Vouch", output[0]);
        Assert.StartsWith("letter: ", output[1], StringComparison.Ordinal);
        Assert.StartsWith("simulated: ", output[2], StringComparison.Ordinal);
        Assert.DoesNotContain(output, line => line.Contains("closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_none_is_offered_the_list_is_empty()
    {
        var (exit, output, error) = await RunAsync("verifiers", "list", "--Verifiers:Offered=");

        Assert.Equal(0, exit);
        Assert.Empty(output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task One_that_is_closed_is_marked_offered_again_once_and_that_is_on_record()
    {
        await CloseAsync("letter");
        Assert.EndsWith(", closed", Assert.Single((await RunAsync("verifiers", "list")).Output, line => line.StartsWith("letter", StringComparison.Ordinal)), StringComparison.Ordinal);

        var (reopened, output, _) = await RunAsync("verifiers", "reopen", "letter");
        Assert.Equal((0, "letter is offered again."), (reopened, Assert.Single(output)));
        Assert.DoesNotContain((await RunAsync("verifiers", "list")).Output, line => line.Contains("closed", StringComparison.Ordinal));
        Assert.StartsWith("1 links", (await RunAsync("audit", "verify")).Output[^1], StringComparison.Ordinal);

        var (again, _, error) = await RunAsync("verifiers", "reopen", "letter");
        Assert.Equal((1, "'letter' is not closed."), (again, Assert.Single(error)));
    }

    [Theory]
    [InlineData("in-person")] // It is open.
    [InlineData("nobody")]
    public async Task What_is_not_closed_is_not_reopened_and_leaves_no_record(string name)
    {
        var (exit, output, error) = await RunAsync("verifiers", "reopen", name);

        Assert.Equal((1, $"'{name}' is not closed."), (exit, Assert.Single(error)));
        Assert.Empty(output);
        Assert.StartsWith("0 links", (await RunAsync("audit", "verify")).Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_no_plugin_has_is_said_at_once()
    {
        var (exit, _, error) = await RunAsync("verifiers", "list", "--Verifiers:Offered=bank");

        Assert.Equal(1, exit);
        Assert.Contains(error, line => line.Contains("Verifiers:Offered names bank, and no plugin has it.", StringComparison.Ordinal));
    }

    // As a node leaves it whose verifier gave more than it may.
    private async Task CloseAsync(string verifier)
    {
        await using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO verifier_closures (verifier, why, closed_at) VALUES ($verifier, 'It gave a vouch.', 0)";
        command.Parameters.AddWithValue("$verifier", verifier);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private Task<(int Exit, string[] Output, string[] Error)> RunAsync(params string[] args) => Program.RunAsync(
    [
        .. args, .. args.Any(word => word.StartsWith("--Verifiers", StringComparison.Ordinal)) ? Array.Empty<string>() : [$"--Verifiers:Offered={Offered}"],
        "--environment=Development", $"--Storage:Path={_database.File}", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0",
    ]);
}
