using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.AspNetCore.Identity;

namespace Identity.Tests.Domain.Accounts;

public abstract class PasswordSignInTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly Network Home = Network.Of(IPAddress.Parse("192.0.2.7"));
    private static readonly Statement ReplaceHash = new("test.replace-hash", "UPDATE accounts SET password_hash = @hash");
    private static readonly Statement ReadHash = new("test.read-hash", "SELECT password_hash FROM accounts");

    [Theory]
    [InlineData("alice@example.test")]
    [InlineData(" ALICE@Example.Test ")]
    public async Task The_right_password_names_the_account_in_every_spelling_of_its_address(string identifier)
    {
        var id = await NewAccounts.CreateAsync(Domain);

        Assert.Equal(new PasswordOutcome.Correct(id), await TryAsync(identifier, NewAccounts.Password));
    }

    [Theory]
    [InlineData("alice@example.test", "a wrong password")]
    [InlineData("alice@example.test", "")]
    [InlineData("alice@example.test", null)]
    [InlineData("nobody@example.test", NewAccounts.Password)]
    [InlineData("not an address", NewAccounts.Password)]
    [InlineData("nul\0@example.test", NewAccounts.Password)]
    [InlineData("", "")]
    public async Task Everything_else_is_wrong_and_tells_no_more(string identifier, string? password)
    {
        await NewAccounts.CreateAsync(Domain);

        Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync(identifier, password));
    }

    [Fact]
    public async Task A_password_or_identifier_of_a_megabyte_is_wrong()
    {
        Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync("alice@example.test", new string('a', 1_000_000)));
        Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync(new string('a', 1_000_000), "a wrong password"));
    }

    [Theory]
    [InlineData("alice@example.test")]
    [InlineData("nobody@example.test")]
    [InlineData("no address")]
    public async Task Known_or_not_the_fifth_wrong_password_makes_the_sixth_wait(string identifier)
    {
        await NewAccounts.CreateAsync(Domain);
        for (var i = 0; i < 4; i++)
            Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync(identifier, "a wrong password"));
        var tooMany = new PasswordOutcome.TooManyAttempts(Domain.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal(tooMany with { Counted = true }, await TryAsync(identifier, "a wrong password"));
        Assert.Equal(tooMany, await TryAsync(identifier, NewAccounts.Password));
    }

    [Fact]
    public async Task After_the_wait_the_right_password_is_right()
    {
        var id = await NewAccounts.CreateAsync(Domain);
        for (var i = 0; i < 5; i++)
            await TryAsync("alice@example.test", "a wrong password");

        Domain.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new PasswordOutcome.Correct(id), await TryAsync("alice@example.test", NewAccounts.Password));
    }

    [Fact]
    public async Task Of_many_guesses_sent_at_once_few_are_looked_at()
    {
        await NewAccounts.CreateAsync(Domain);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => TryAsync("alice@example.test", $"guess number {i}")));

        Assert.InRange(outcomes.OfType<PasswordOutcome.Wrong>().Count(), 1, 4);
        Assert.IsType<PasswordOutcome.TooManyAttempts>(await TryAsync("alice@example.test", NewAccounts.Password));
    }

    [Fact]
    public async Task Known_or_not_a_wrong_password_costs_the_same_statements_and_a_right_one_writes_none()
    {
        await NewAccounts.CreateAsync(Domain);
        using var statements = new StatementRecorder(Domain);

        await TryAsync("alice@example.test", NewAccounts.Password);
        Assert.Equal(["attempt-counters.find", "accounts.find-password", "attempt-counters.find"], statements.Take());

        await TryAsync("alice@example.test", "a wrong password");
        var known = statements.Take();
        await TryAsync("nobody@example.test", "a wrong password");
        var unknown = statements.Take();
        await TryAsync("no address", "a wrong password");

        Assert.Equal(["attempt-counters.find", "accounts.find-password", "attempt-counters.increment", "attempt-counters.increment"], known);
        Assert.Equal(known, unknown);
        Assert.Equal(known, statements.Take());
    }

    [Fact]
    public async Task An_older_hash_is_replaced_at_sign_in()
    {
        var id = await NewAccounts.CreateAsync(Domain);
        var older = new PasswordHasher<object>().HashPassword(new(), NewAccounts.Password);
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(ReplaceHash, ("hash", older)), Cancellation);

        Assert.Equal(new PasswordOutcome.Correct(id), await TryAsync("alice@example.test", NewAccounts.Password));

        var stored = await Domain.Database.ReadAsync(read => read.FirstAsync(ReadHash, row => row.GetString(0)), Cancellation);
        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", stored, StringComparison.Ordinal);
        Assert.Equal(new PasswordOutcome.Correct(id), await TryAsync("alice@example.test", NewAccounts.Password));
    }

    private Task<PasswordOutcome> TryAsync(string identifier, string? password) =>
        Domain.Get<PasswordSignIn>().TryAsync(identifier, password, Home, null, Cancellation);

    public sealed class OnSqlite() : PasswordSignInTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : PasswordSignInTests(StorageProvider.Postgres);
}
