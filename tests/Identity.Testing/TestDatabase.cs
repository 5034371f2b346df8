using Identity.Domain.Storage;
using Npgsql;
using Xunit;

namespace Identity.Testing;

/// <summary>A migrated database for one test: a SQLite file in a folder of its own, or a PostgreSQL database.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresAsync);
    private readonly string _place;

    private TestDatabase(StorageProvider provider, string place)
    {
        Provider = provider;
        _place = place;
    }

    public StorageProvider Provider { get; }

    private bool IsTemplate { get; init; }

    /// <summary>The SQLite file.</summary>
    public string File => FileIn(_place);

    /// <summary>Connection string of the PostgreSQL database.</summary>
    public string ConnectionString => _place;

    public Dictionary<string, string?> Settings => SettingsOf(Provider, _place);

    /// <summary>Skips the test, loudly, where there is no PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        if (provider is StorageProvider.Postgres)
        {
            if (PostgresServer.Server is null)
                Assert.Skip("PostgreSQL is not running: IDENTITY_TEST_POSTGRES is not set. 'bash tests/run' starts one.");
            return new TestDatabase(provider, await PostgresServer.CreateDatabaseAsync(await PostgresTemplate.Value));
        }

        var folder = NewFolder();
        System.IO.File.Copy(FileIn(await SqliteTemplate.Value), FileIn(folder));
        return new TestDatabase(provider, folder);
    }

    /// <summary>An SQLite database that no migration has touched.</summary>
    public static TestDatabase Empty() => new(StorageProvider.Sqlite, NewFolder());

    /// <summary>Keeps it until the tests are over, for many of them to copy.</summary>
    public TestDatabase ForAll()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_place, recursive: true);
        return this;
    }

    /// <summary>An SQLite database with all that lies beside it as it is now, such as the key that closes its ring.</summary>
    public TestDatabase Copy()
    {
        var folder = NewFolder();
        foreach (var file in Directory.EnumerateFiles(_place))
            System.IO.File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return new TestDatabase(Provider, folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (IsTemplate)
            return;
        if (Provider is StorageProvider.Postgres)
            await PostgresServer.DropDatabaseAsync(_place);
        else if (Directory.Exists(_place))
            Directory.Delete(_place, recursive: true);
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var folder = NewFolder();
        await MigrateAsync(StorageProvider.Sqlite, folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task<string> MigratePostgresAsync()
    {
        var connectionString = await PostgresServer.CreateDatabaseAsync(template: null);
        await MigrateAsync(StorageProvider.Postgres, connectionString);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(connectionString).Database!; // CreateDatabaseAsync has named it.
    }

    /// <summary>A first start makes the schema and the keys, which every copy then has.</summary>
    private static async Task MigrateAsync(StorageProvider provider, string place)
    {
        await using var first = await TestDomain.StartAsync(provider, new TestDatabase(provider, place) { IsTemplate = true });
    }

    private static Dictionary<string, string?> SettingsOf(StorageProvider provider, string place) => new()
    {
        ["Storage:Provider"] = provider.ToString(),
        ["Storage:Path"] = FileIn(place),
        ["Storage:ConnectionString"] = place,
        ["Storage:MigrateAtStart"] = "true",
    };

    private static string FileIn(string folder) => Path.Combine(folder, "identity.db");

    private static string NewFolder() => Directory.CreateTempSubdirectory("identity-").FullName;
}
