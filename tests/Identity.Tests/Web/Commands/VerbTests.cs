using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Web.Commands;

/// <summary>The verbs, as an operator runs them one after the other on an empty machine.</summary>
public sealed class VerbTests : IAsyncDisposable
{
    private readonly TestDatabase _database = TestDatabase.Empty();

    [Fact]
    public async Task A_database_is_made_once_clients_are_loaded_and_the_audit_holds()
    {
        var (made, first, _) = await RunAsync("migrate");
        var (again, second, _) = await RunAsync("migrate");
        Assert.Equal((0, 0), (made, again));
        Assert.StartsWith("Applied ", first[^1], StringComparison.Ordinal);
        Assert.Equal("The database is up to date.", second[^1]);

        var (loaded, clients, _) = await RunAsync("clients", "load", Repository.At("config", "clients"));
        Assert.Equal((0, "Clients registered: 4."), (loaded, clients[^1]));

        var (verified, audit, _) = await RunAsync("audit", "verify");
        Assert.Equal((0, "4 links and 0 seals hold, 0 faults."), (verified, audit[^1]));
    }

    [Theory]
    [InlineData("cy", "The words of the locale cy await a person's review (Locales:AwaitingReview).")]
    [InlineData("", "The settings hold for Development.")]
    public async Task Check_config_says_which_language_no_person_has_reviewed(string awaiting, string last)
    {
        var (exit, output, _) = await RunAsync("check-config", "--environment=Development", $"--Locales:AwaitingReview={awaiting}");

        Assert.Equal((0, last), (exit, output[^1]));
    }

    [Fact]
    public async Task A_start_on_an_empty_database_outside_Development_says_what_to_do()
    {
        var (exit, _, error) = await RunAsync(
            "--environment=Staging", "--Protocol:Issuer=https://identity.example", "--Mail:Host=smtp.example", "--Mail:FromAddress=no-reply@identity.example");

        Assert.Equal((1, "The database lacks migrations. Run the program once with the verb 'migrate', or set Storage:MigrateAtStart to true."), (exit, error[^1]));
    }

    [Fact]
    public async Task A_registration_with_faults_is_refused_with_all_of_them()
    {
        await RunAsync("migrate");
        var folder = Path.GetDirectoryName(_database.File)!; // The file has a folder.
        await File.WriteAllTextAsync(Path.Combine(folder, "shop.json"), """{ "client_id": "shop", "client_name": "", "redirect_uris": ["http://shop.example/*"] }""", TestContext.Current.CancellationToken);

        var (exit, _, error) = await RunAsync("clients", "load", folder);

        Assert.Equal(1, exit);
        Assert.Contains(error, line => line.Contains("shop.json: client_name", StringComparison.Ordinal));
        Assert.Contains(error, line => line.Contains("shop.json: client_secret_sha256", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody@example.test", "safety", "There is no such account.")]
    [InlineData("nobody@example.test", "revenge", "'revenge' is no reason. Write one of safety, review, request.")]
    public async Task An_account_is_not_held_by_mistake(string account, string reason, string fault)
    {
        await RunAsync("migrate");

        var (exit, _, error) = await RunAsync("accounts", "hold", account, reason);

        Assert.Equal((1, fault), (exit, Assert.Single(error)));
    }

    [Fact]
    public async Task An_account_is_held_by_its_address_and_released_by_its_id()
    {
        await RunAsync("migrate");
        await using var domain = await TestDomain.StartAsync(StorageProvider.Sqlite, _database);
        var id = await NewAccounts.CreateAsync(domain);

        var (_, held, _) = await RunAsync("accounts", "hold", "alice@example.test", "safety");
        var (_, again, _) = await RunAsync("accounts", "hold", "alice@example.test", "review");
        var (_, released, _) = await RunAsync("accounts", "release", id.ToString());
        var (_, open, _) = await RunAsync("accounts", "release", id.ToString());

        Assert.Equal("The account is held. Its sessions have ended, and its owner is told.", held[^1]);
        Assert.Equal("The account is held already.", again[^1]);
        Assert.Equal("The account is released, and its owner is told.", released[^1]);
        Assert.Equal("The account is not held.", open[^1]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_to_be_so()
    {
        var (exit, _, error) = await RunAsync("clients", "load", "/nowhere");

        Assert.Equal((1, "There is no folder '/nowhere'. Write one that holds a JSON file for each client."), (exit, Assert.Single(error)));
    }

    [Fact]
    public async Task Somebody_is_let_register_by_a_token_that_is_shown_once()
    {
        await RunAsync("migrate");

        var (exit, output, error) = await RunAsync("clients", "invite", "Riverside Council", "--uses", "3");

        Assert.Equal((0, 43), (exit, Assert.Single(output).Length));
        Assert.Empty(error);
    }

    [Fact]
    public async Task A_secret_is_made_with_what_a_registration_holds_of_it()
    {
        await RunAsync("migrate");

        var (exit, output, _) = await RunAsync("clients", "make-secret");

        var secret = output.Single(line => line.StartsWith("secret: ", StringComparison.Ordinal))["secret: ".Length..];
        Assert.Equal(0, exit);
        Assert.Contains($"client_secret_sha256: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))}", output);
        Assert.DoesNotContain(secret, output.Single(line => line.StartsWith("client_secret_sealed", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_traced_who_is_not_registered()
    {
        await RunAsync("migrate");

        var (exit, _, error) = await RunAsync("clients", "trace", "nobody", "--on");

        Assert.Equal((1, "There is no application 'nobody'."), (exit, Assert.Single(error)));
    }

    [Theory]
    [InlineData("--uses", "0")]
    [InlineData("--uses", "1001")]
    [InlineData("--days", "0")]
    [InlineData("--days", "366")]
    [InlineData("--scopes", " ")]
    public async Task Nobody_is_let_register_without_bounds(string option, string value) =>
        Assert.Equal(1, (await RunAsync("clients", "invite", "Riverside Council", option, value)).Exit);

    [Theory]
    [InlineData("Unrecognized command or argument 'migrat'.", "migrat")]
    [InlineData("Required command was not provided.", "audit")]
    [InlineData("Required argument missing for command: 'load'.", "clients", "load")]
    [InlineData("Unrecognized command or argument 'now'.", "migrate", "now")]
    public async Task What_is_no_verb_is_said_to_be_none(string reason, params string[] words)
    {
        var (exit, _, error) = await RunAsync(words);

        Assert.Equal(2, exit);
        Assert.StartsWith($"{reason} Write one of: check-config, migrate, clients load FOLDER, clients make-secret, clients trace CLIENT_ID, clients invite NAME, audit verify, ", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var (exit, output, _) = await RunAsync("--help");

        Assert.Equal(0, exit);
        Assert.All(["check-config", "migrate", "clients", "audit"], verb => Assert.Contains(output, line => line.TrimStart().StartsWith(verb, StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private Task<(int Exit, string[] Output, string[] Error)> RunAsync(params string[] verb) =>
        Program.RunAsync([.. verb, .. verb.Any(word => word.StartsWith("--environment", StringComparison.Ordinal)) ? Array.Empty<string>() : ["--environment=Development"], $"--Storage:Path={_database.File}", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0"]);
}
