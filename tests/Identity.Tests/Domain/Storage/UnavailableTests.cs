using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Identity.Tests.Domain.Storage;

/// <summary>A database that is locked, full or away is said to be so, stores nothing by halves, and is used again once it is back.</summary>
public sealed class UnavailableTests
{
    private static readonly Statement Insert = new("test.insert", "INSERT INTO instance_secrets (name, sealed) VALUES (@name, @value)");
    private static readonly Statement Count = new("test.count", "SELECT COUNT(*) FROM instance_secrets WHERE name LIKE 'test-%'");

    [Fact]
    public async Task A_locked_file_is_unavailable_until_the_lock_goes()
    {
        await using var domain = await StartAsync(StorageProvider.Sqlite);
        await using (var other = new SqliteConnection($"Data Source={domain.Storage.File};Pooling=false"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction(deferred: false);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => InsertAsync(domain, "test-1"));
        }

        await InsertAsync(domain, "test-2");
        Assert.Equal(1, await CountAsync(domain));
    }

    [Fact]
    public async Task A_full_disk_is_unavailable_until_there_is_room()
    {
        await using var domain = await StartAsync(StorageProvider.Sqlite);
        await InsertAsync(domain, "test-1");
        await PragmaAsync(domain, "PRAGMA max_page_count = 1");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => InsertAsync(domain, "test-2", bytes: 1_000_000));

        await InsertAsync(domain, "test-3", bytes: 1_000_000);
        Assert.Equal(2, await CountAsync(domain));
    }

    [Fact]
    public async Task A_server_that_is_away_is_unavailable_until_it_is_back()
    {
        await using var domain = await StartAsync(StorageProvider.Postgres);
        await InsertAsync(domain, "test-1");
        var name = new NpgsqlConnectionStringBuilder(domain.Storage.ConnectionString).Database;
        await AdministerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await AdministerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => InsertAsync(domain, "test-2"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CountAsync(domain));

        await AdministerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        await InsertAsync(domain, "test-3");
        Assert.Equal(2, await CountAsync(domain));
    }

    [Fact]
    public async Task More_writes_than_may_wait_are_refused_at_once()
    {
        await using var domain = await StartAsync(StorageProvider.Sqlite, ("Storage:WriteQueue", "16"));
        using var release = new SemaphoreSlim(0);
        var first = domain.Database.WriteAsync(async _ => { await release.WaitAsync(TestContext.Current.CancellationToken); return 0; }, TestContext.Current.CancellationToken);

        var waiting = Enumerable.Range(0, 40).Select(i => InsertAsync(domain, $"test-{i}")).ToList();
        release.Release();
        await first;

        var refused = 0;
        foreach (var write in waiting)
        {
            try
            {
                await write;
            }
            catch (StorageUnavailableException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 39);
        Assert.Equal(40 - refused, await CountAsync(domain));
    }

    private static Task<TestDomain> StartAsync(StorageProvider provider, params (string, string)[] settings) =>
        TestDomain.StartAsync(provider, settings: [("Storage:LockTimeout", "00:00:00.2"), .. settings]);

    private static Task<int> InsertAsync(TestDomain domain, string name, int bytes = 1) => domain.Database.WriteAsync(
        write => write.ExecuteAsync(Insert, ("name", name), ("value", new byte[bytes])), TestContext.Current.CancellationToken);

    private static Task<long> CountAsync(TestDomain domain) => domain.Database.ReadAsync(
        read => read.FirstAsync(Count, row => row.GetInt64(0)), TestContext.Current.CancellationToken);

    private static Task<long> PragmaAsync(TestDomain domain, string pragma) => domain.Database.WriteAsync(
        write => write.FirstAsync(new Statement("test.pragma", pragma), row => row.GetInt64(0)), TestContext.Current.CancellationToken);

    private static async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
