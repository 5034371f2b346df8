using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Sessions;

/// <summary>A browser whose owner does not want to be asked for a code there for a while.</summary>
/// <param name="Id">The row.</param>
/// <param name="Device">What it calls itself.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record TrustedDevice(Guid Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    internal static TrustedDevice Of(DbDataReader row) => new(row.GetGuid(0), row.GetString(1),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)));
}

/// <summary>
/// Devices on which the second step of a sign-in is left out. They prove nothing: a session begun there is worth what was
/// typed, and whatever asks for more asks for all of it. Safe for concurrent use.
/// </summary>
public sealed class TrustedDevices(IDatabase database, Ledger ledger, IOptions<SessionOptions> options, TimeProvider clock)
{
    internal static readonly Statement Prune = Expiry.Batch("trusted_devices", "id", "expires_at");

    /// <summary>Every one of a citizen's, when the password or what stands beside it is another.</summary>
    internal static readonly Statement Forget = new("trusted-devices.forget", "DELETE FROM trusted_devices WHERE account_id = @account");

    private static readonly Statement Insert = new("trusted-devices.insert",
        """
        INSERT INTO trusted_devices (id, account_id, key_hash, device, created_at, expires_at)
        VALUES (@id, @account, @key, @device, @now, @expires)
        ON CONFLICT (account_id, key_hash) DO UPDATE SET expires_at = @expires, device = @device
        """);

    private static readonly Statement Find = new("trusted-devices.find",
        "SELECT id FROM trusted_devices WHERE account_id = @account AND key_hash = @key AND expires_at > @now");

    private static readonly Statement List = new("trusted-devices.list",
        "SELECT id, device, created_at, expires_at FROM trusted_devices WHERE account_id = @account AND expires_at > @now ORDER BY created_at, id");

    private static readonly Statement Remove = new("trusted-devices.remove", "DELETE FROM trusted_devices WHERE id = @id AND account_id = @account");

    /// <summary>How long one is trusted.</summary>
    public TimeSpan Life => options.Value.TrustedDevice;

    /// <summary>Trusts a browser from now on.</summary>
    /// <param name="account">Whose sign-ins there need no second step.</param>
    /// <param name="key">The key its cookie holds, or null when it has none yet.</param>
    /// <param name="device">What it calls itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The key for its cookie, which is nowhere else.</returns>
    public async Task<string> TrustAsync(Guid account, string? key, string device, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var kept = key is not null && SessionKey.Hash(key) is not null ? key : SessionKey.Create();
        await ledger.RecordAsync(
            write => write.ExecuteAsync(Insert, ("id", Guid.CreateVersion7(now)), ("account", account), ("key", SessionKey.Hash(kept)),
                ("device", device), ("now", now.ToUnixTimeMilliseconds()), ("expires", (now + Life).ToUnixTimeMilliseconds())),
            Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.DeviceTrusted)), cancellationToken);
        return kept;
    }

    /// <returns>Whether the second step may be left out in the browser that holds this key.</returns>
    public async Task<bool> AreTrustedAsync(Guid account, string? key, CancellationToken cancellationToken) =>
        key is not null && SessionKey.Hash(key) is { } hash && await database.ReadAsync(
            read => read.FirstAsync(Find, row => row.GetGuid(0), ("account", account), ("key", hash), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken) != default;

    /// <summary>All of a citizen's that count, the oldest first.</summary>
    public Task<IReadOnlyList<TrustedDevice>> ListAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(List, TrustedDevice.Of, ("account", account), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);

    /// <summary>Trusts one no more.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RevokeAsync(Guid account, Guid id, CancellationToken cancellationToken) =>
        await ledger.RecordAsync(
            write => write.ExecuteAsync(Remove, ("id", id), ("account", account)),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.DeviceForgotten)), cancellationToken) > 0;
}
