using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Verifiers.Records;

/// <summary>A provider that offers one verifier, and the records that it asks; each test has a citizen of its own.</summary>
public sealed class RecordHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("identity-records-");
    private TestProvider? _provider;
    private FakeRecords? _records;
    private int _newcomers;

    internal TestProvider Provider => _provider ?? throw new InvalidOperationException("It is not started.");

    internal FakeRecords Records => _records ?? throw new InvalidOperationException("It is not started.");

    public static string Key(string section, string name) => $"Verifiers:Settings:Identity.Verifiers:{section}:{name}";

    /// <summary>Starts once, for all tests of a class.</summary>
    public async Task StartAsync(string verifier, string section)
    {
        if (_provider is not null)
            return;
        _records = await FakeRecords.StartAsync();
        var token = Path.Combine(_folder.FullName, "token");
        await File.WriteAllTextAsync(token, "token-of-the-index\n");
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Verifiers:Offered", verifier), (Key(section, "Address"), $"{_records.Address}/base"),
            (Key(section, "Organisation"), "Example Health"), (Key(section, "TokenFile"), token), (Key(section, "Timeout"), "00:00:02"));
    }

    public Task<Guid> NewcomerAsync() => Provider.CreateAccountAsync($"alice-{++_newcomers}@example.test");

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
            await _provider.DisposeAsync();
        if (_records is not null)
            await _records.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
