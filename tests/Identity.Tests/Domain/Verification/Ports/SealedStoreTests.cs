using Identity.Domain.Storage;
using Identity.Domain.Verification.Ports;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Ports;

public abstract class SealedStoreTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private ISealedStore Store => Ports("one").Store;

    [Fact]
    public async Task What_was_added_once_is_not_added_again_while_it_lives()
    {
        Assert.True(await Store.AddAsync("jti", "a", TimeSpan.FromMinutes(5), Cancellation));
        Assert.False(await Store.AddAsync("jti", "b", TimeSpan.FromMinutes(5), Cancellation));
        Assert.Equal("a", await Store.GetAsync("jti", Cancellation));
        Domain.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Null(await Store.GetAsync("jti", Cancellation));
        Assert.True(await Store.AddAsync("jti", "b", TimeSpan.FromMinutes(5), Cancellation));
    }

    [Fact]
    public async Task Of_two_who_take_one_value_one_gets_it()
    {
        await Store.PutAsync("code", "a", TimeSpan.FromMinutes(5), Cancellation);
        await Store.PutAsync("code", "b", TimeSpan.FromMinutes(5), Cancellation);

        var taken = await Task.WhenAll(Store.TakeAsync("code", Cancellation), Store.TakeAsync("code", Cancellation));

        Assert.Equal(["b"], taken.OfType<string>());
        Assert.Null(await Store.GetAsync("code", Cancellation));
    }

    [Fact]
    public async Task A_plugin_sees_nothing_of_another()
    {
        await Store.PutAsync("code", "a", TimeSpan.FromMinutes(5), Cancellation);

        Assert.Null(await Ports("other").Store.GetAsync("code", Cancellation));
        Assert.Null(await Ports("other").Store.TakeAsync("code", Cancellation));
        Assert.Equal("a", await Store.GetAsync("code", Cancellation));
    }

    [Fact]
    public async Task Everything_has_a_maximum()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(new('k', SdkLimits.StoreKey + 1), "a", TimeSpan.FromMinutes(5), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync("k", new('v', SdkLimits.StoreValue + 1), TimeSpan.FromMinutes(5), Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.PutAsync("k", "v", TimeSpan.FromDays(400), Cancellation));
        await Store.PutAsync(new('k', SdkLimits.StoreKey), new('v', SdkLimits.StoreValue), TimeSpan.FromDays(366), Cancellation);
    }

    private IVerifierPorts Ports(string plugin) => Domain.Get<VerifierPortsFactory>().Create(plugin, name => new Uri($"https://identity.test/{name}"));

    public sealed class OnSqlite() : SealedStoreTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : SealedStoreTests(StorageProvider.Postgres);
}
