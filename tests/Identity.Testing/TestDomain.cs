using Identity.Domain;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Identity.Testing;

/// <summary>Domain over a database of its own, with a clock that stands still until it is moved.</summary>
public sealed class TestDomain : IAsyncDisposable
{
    /// <summary>Where pages with passkeys would be, if Domain had pages.</summary>
    public const string PasskeyOrigin = "https://identity.test";

    private readonly IHost _host;
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;

    private TestDomain(IHost host, TestDatabase database, FakeTimeProvider clock, bool ownsDatabase)
    {
        _host = host;
        _database = database;
        _ownsDatabase = ownsDatabase;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public IDatabase Database => Get<IDatabase>();

    public TestDatabase Storage => _database;

    public static async Task<TestDomain> StartAsync(StorageProvider provider, TestDatabase? database = null, FakeTimeProvider? clock = null, string? environment = null, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var owns = database is null;
        database ??= await TestDatabase.CreateAsync(provider);
        clock ??= TestClock.Start();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment ?? Environments.Development });
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration.AddInMemoryCollection([new("Passkeys:RelyingPartyId", "identity.test"), new("Passkeys:Origins:0", PasskeyOrigin)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<RenderMessage>(message => new RenderedMessage(message.Template, string.Join('\n', message.Values)));
        builder.Services.AddIdentityDomain(builder.Configuration);
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new TestDomain(host, database, clock, owns);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public IServiceProvider Services => _host.Services;

    public IEnumerable<T> GetAll<T>() => _host.Services.GetServices<T>();

    /// <summary>The same database, opened by another host, as a second node or after a restart would.</summary>
    public Task<TestDomain> AnotherAsync(FakeTimeProvider? clock = null) => StartAsync(Database.Provider, _database, clock ?? Clock);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        if (_ownsDatabase)
            await _database.DisposeAsync();
    }
}
