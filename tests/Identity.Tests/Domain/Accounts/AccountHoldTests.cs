using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Accounts;

public abstract class AccountHoldTests(StorageProvider provider) : OnBothDatabases(provider)
{
    [Fact]
    public async Task While_it_is_held_the_right_password_signs_nobody_in()
    {
        var account = await AccountAsync();

        Assert.True(await HoldAsync(account));

        Assert.Equal(new PasswordOutcome.Held(HoldReason.Review), await SignInAsync());
    }

    [Fact]
    public async Task Its_sessions_open_nothing_any_more_not_even_one_that_begins_in_that_moment()
    {
        var account = await AccountAsync();
        var sessions = Domain.Get<SessionStore>();
        var before = await sessions.StartAsync(account.Id, ProofMethod.Password, null, Cancellation);
        await HoldAsync(account);
        var meanwhile = await sessions.StartAsync(account.Id, ProofMethod.Password, null, Cancellation);

        Assert.Null(await sessions.FindAsync(before.Key, Cancellation));
        Assert.Null(await sessions.FindAsync(meanwhile.Key, Cancellation));
    }

    [Fact]
    public async Task Released_it_is_as_before_but_its_sessions_have_ended()
    {
        var account = await AccountAsync();
        var session = await Domain.Get<SessionStore>().StartAsync(account.Id, ProofMethod.Password, null, Cancellation);
        await HoldAsync(account);

        Assert.True(await Domain.Get<AccountHolds>().ReleaseAsync(account, "operator:test", Cancellation));

        Assert.Equal(new PasswordOutcome.Correct(account.Id), await SignInAsync());
        Assert.Null(await Domain.Get<SessionStore>().FindAsync(session.Key, Cancellation));
    }

    [Fact]
    public async Task Holding_twice_is_holding_once_and_so_is_releasing()
    {
        var account = await AccountAsync();
        var holds = Domain.Get<AccountHolds>();

        Assert.True(await HoldAsync(account));
        Assert.False(await HoldAsync(account));
        Assert.True(await holds.ReleaseAsync(account, "operator:test", Cancellation));
        Assert.False(await holds.ReleaseAsync(account, "operator:test", Cancellation));

        var report = await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);
        // Created, held, released.
        Assert.Equal((3, 0), (report.Links, report.Faults.Count));
    }

    [Fact]
    public async Task Whoever_read_the_account_before_does_not_write_it_back_as_it_was()
    {
        var account = await AccountAsync();
        await using var scope = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var stale = (await users.FindByIdAsync(account.Id.ToString()))!; // Just created.
        await HoldAsync(account);

        stale.GivenName = "Mallory";
        var written = await users.UpdateAsync(stale);

        Assert.False(written.Succeeded);
        Assert.Equal(new PasswordOutcome.Held(HoldReason.Review), await SignInAsync());
    }

    private Task<bool> HoldAsync(KnownAccount account) => Domain.Get<AccountHolds>().HoldAsync(account, HoldReason.Review, "operator:test", Cancellation);

    private Task<PasswordOutcome> SignInAsync() =>
        Domain.Get<PasswordSignIn>().TryAsync("alice@example.test", NewAccounts.Password, Network.Of(IPAddress.Loopback), null, Cancellation);

    private async Task<KnownAccount> AccountAsync()
    {
        var id = await NewAccounts.CreateAsync(Domain);
        return (await Domain.Get<AccountStore>().FindAsync(id, Cancellation))!; // Just created.
    }
}

public sealed class SqliteAccountHoldTests() : AccountHoldTests(StorageProvider.Sqlite);

public sealed class PostgresAccountHoldTests() : AccountHoldTests(StorageProvider.Postgres);
