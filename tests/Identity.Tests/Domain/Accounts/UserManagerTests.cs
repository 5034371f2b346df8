using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Accounts;

public abstract class UserManagerTests(StorageProvider provider) : OnBothDatabases(provider)
{
    [Fact]
    public async Task Identitys_own_manager_sees_the_same_account_and_password()
    {
        var id = await NewAccounts.CreateAsync(Domain);
        await using var scope = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        var manager = Manager(scope);

        var account = await manager.FindByEmailAsync("ALICE@Example.Test");

        Assert.NotNull(account);
        Assert.Equal((id, "alice@example.test", true), (account.Id, account.Email, account.EmailConfirmed));
        Assert.True(await manager.CheckPasswordAsync(account, NewAccounts.Password));
        Assert.False(await manager.CheckPasswordAsync(account, "a wrong password"));
        Assert.Equal(id, (await manager.FindByIdAsync(id.ToString()))?.Id);
    }

    [Fact]
    public async Task What_it_changes_is_kept_and_two_changes_at_once_are_one()
    {
        await NewAccounts.CreateAsync(Domain);
        await using var one = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        await using var other = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        var (first, second) = (Manager(one), Manager(other));
        var (ours, theirs) = (await first.FindByEmailAsync("alice@example.test"), await second.FindByEmailAsync("alice@example.test"));
        Assert.True(ours is not null && theirs is not null);

        Assert.True((await first.SetTwoFactorEnabledAsync(ours, true)).Succeeded);

        Assert.Equal(nameof(IdentityErrorDescriber.ConcurrencyFailure), (await second.SetTwoFactorEnabledAsync(theirs, true)).Errors.Single().Code);
        Assert.Equal(new PasswordOutcome.Correct(ours.Id), await Domain.Get<PasswordSignIn>().TryAsync(
            "alice@example.test", NewAccounts.Password, Network.Of(null), null, Cancellation));
    }

    [Fact]
    public async Task Its_passwords_follow_our_policy()
    {
        await NewAccounts.CreateAsync(Domain);
        await using var scope = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        var manager = Manager(scope);
        var account = await manager.FindByEmailAsync("alice@example.test");
        Assert.NotNull(account);

        var refused = await manager.ChangePasswordAsync(account, NewAccounts.Password, "Pa$$w0rdPa$$w0rd");
        var accepted = await manager.ChangePasswordAsync(account, NewAccounts.Password, "three other little words");

        Assert.Equal(nameof(PasswordVerdict.EasyToGuess), refused.Errors.Single().Code);
        Assert.True(accepted.Succeeded);
    }

    private static UserManager<Account> Manager(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    public sealed class OnSqlite() : UserManagerTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : UserManagerTests(StorageProvider.Postgres);
}
