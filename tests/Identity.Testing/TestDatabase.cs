using Identity.Domain.Storage;
using Xunit;

namespace Identity.Testing;

/// <summary>A database for one test class: a SQLite file in a folder of its own, or a PostgreSQL database.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _place;

    private TestDatabase(StorageProvider provider, string place)
    {
        Provider = provider;
        _place = place;
    }

    public StorageProvider Provider { get; }

    /// <summary>Folder of the SQLite file.</summary>
    public string Folder => _place;

    public Dictionary<string, string?> Settings => new()
    {
        ["Storage:Provider"] = Provider.ToString(),
        ["Storage:Path"] = Path.Combine(_place, "identity.db"),
        ["Storage:ConnectionString"] = _place,
        ["Storage:MigrateAtStart"] = "true",
    };

    /// <summary>Skips the test, loudly, where there is no PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        if (provider is StorageProvider.Sqlite)
            return new TestDatabase(provider, Directory.CreateTempSubdirectory("identity-").FullName);

        if (PostgresServer.Server is null)
            Assert.Skip("PostgreSQL is not running: IDENTITY_TEST_POSTGRES is not set. 'bash tests/run' starts one.");
        return new TestDatabase(provider, await PostgresServer.CreateDatabaseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider is StorageProvider.Postgres)
            await PostgresServer.DropDatabaseAsync(_place);
        else if (Directory.Exists(_place))
            Directory.Delete(_place, recursive: true);
    }
}
