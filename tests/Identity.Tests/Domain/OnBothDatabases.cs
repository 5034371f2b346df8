using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain;

/// <summary>Rules that must hold on either engine: write them once in an abstract class, run them from two.</summary>
public abstract class OnBothDatabases(StorageProvider provider) : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestDomain Domain { get; private set; } = null!; // Set before each test by InitializeAsync.

    /// <summary>Settings of the domain that a class of tests needs.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    /// <summary>What stands for the outside world in a class of tests.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    public virtual async ValueTask InitializeAsync() => Domain = await TestDomain.StartAsync(provider, configure: Configure, settings: [.. Settings]);

    /// <summary>Clears away what a class of tests made beside the database.</summary>
    protected virtual ValueTask CleanAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Domain is not null)
            await Domain.DisposeAsync();
        await CleanAsync();
    }
}
