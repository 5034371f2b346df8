using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Keys;

/// <summary>
/// The signing keys in memory. They are looked at again every minute, so that nodes turn together, and as soon as somebody
/// has changed them by hand. Thread-safe.
/// </summary>
public sealed partial class SigningKeyRing : BackgroundService, ISnapshot
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly IDatabase _database;
    private readonly SigningKeyStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<SigningKeyRing> _logger;
    private readonly SemaphoreSlim _loading = new(1);
    private SigningKeySet? _current;
    private long _version;

    internal SigningKeyRing(IDatabase database, SigningKeyStore store, TimeProvider clock, ILogger<SigningKeyRing> logger)
    {
        _database = database;
        _store = store;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Raised after the keys, or the one whose turn it is, have changed.</summary>
    public event Action? Changed;

    /// <summary>Whether the host has got as far as the keys.</summary>
    public bool IsLoaded => _current is not null;

    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public SigningKeySet Current => _current ?? throw new InvalidOperationException("The signing keys have not been loaded yet.");

    string ISnapshot.Name => SigningKeyStore.SnapshotName;

    long ISnapshot.Version => Volatile.Read(ref _version);

    /// <summary>A key by its id, also one that is gone from the JWKS: what it signed may have to be proved for years.</summary>
    /// <returns>Nothing for a key that is not ours. Needs no started host.</returns>
    internal Task<SigningKey?> FindAsync(string kid, CancellationToken cancellationToken) => _store.FindAsync(kid, cancellationToken);

    /// <summary>Looks at the keys now.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            // The version first: what changes after it is seen the next time.
            var version = await SnapshotVersions.FindAsync(_database, SigningKeyStore.SnapshotName, cancellationToken);
            var loaded = await _store.LoadAsync(cancellationToken);
            var changed = _current?.Version != loaded.Version;
            _current = loaded;
            Volatile.Write(ref _version, version);
            if (changed)
                Changed?.Invoke();
        }
        finally
        {
            _loading.Release();
        }
    }

    Task ISnapshot.RefreshAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override void Dispose()
    {
        base.Dispose();
        _loading.Dispose();
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LoadAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                KeysWait(unavailable);
            }
        }
    }

    [LoggerMessage(1201, LogLevel.Warning, "The signing keys could not be looked at; those in memory go on")]
    private partial void KeysWait(Exception exception);
}
