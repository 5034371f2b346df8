using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.KeyManagement.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys.Ring;

/// <summary>
/// The ring of Data Protection, read again once another node has renewed it. Data Protection by itself would look once a
/// day, and go on with a stolen key until then.
/// </summary>
internal sealed class SharedKeyManager(
    IDatabase database, IOptions<KeyManagementOptions> options, IActivator activator, IServiceProvider services, ILoggerFactory loggers) : IKeyManager, ISnapshot, IDisposable
{
    /// <summary>Of the version that moves when keys of the ring are made or revoked by hand.</summary>
    public const string SnapshotName = "ring";

    private readonly XmlKeyManager _keys = new(options, activator, loggers);
    private CancellationTokenSource _expiry = new();
    private long _version;

    public string Name => SnapshotName;

    public long Version => Volatile.Read(ref _version);

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate)
    {
        var key = _keys.CreateNewKey(activationDate, expirationDate);
        Expire();
        return key;
    }

    public IReadOnlyCollection<IKey> GetAllKeys() => _keys.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() => Volatile.Read(ref _expiry).Token;

    public void RevokeKey(Guid keyId, string? reason = null)
    {
        _keys.RevokeKey(keyId, reason);
        Expire();
    }

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null)
    {
        _keys.RevokeAllKeys(revocationDate, reason);
        Expire();
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await SnapshotVersions.FindAsync(database, SnapshotName, cancellationToken);
        Expire();
        // The first to ask gets the old ring, and causes the new one to be read: let it be us.
        services.GetRequiredService<IKeyRingProvider>().GetCurrentKeyRing();
        Volatile.Write(ref _version, version);
    }

    public void Dispose() => _expiry.Dispose();

    private void Expire()
    {
        using var expired = Interlocked.Exchange(ref _expiry, new CancellationTokenSource());
        expired.Cancel();
    }
}
