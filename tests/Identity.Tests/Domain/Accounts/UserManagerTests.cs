using Identity.Domain.Accounts;
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
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

        var account = await manager.FindByEmailAsync("ALICE@Example.Test");

        Assert.NotNull(account);
        Assert.Equal((id, "alice@example.test", true), (account.Id, account.Email, account.EmailConfirmed));
        Assert.True(await manager.CheckPasswordAsync(account, NewAccounts.Password));
        Assert.False(await manager.CheckPasswordAsync(account, "a wrong password"));
        Assert.Equal(id, (await manager.FindByIdAsync(id.ToString()))?.Id);
    }

    public sealed class OnSqlite() : UserManagerTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : UserManagerTests(StorageProvider.Postgres);
}
