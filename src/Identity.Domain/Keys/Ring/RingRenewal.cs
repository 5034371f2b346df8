using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.KeyManagement.Internal;

namespace Identity.Domain.Keys.Ring;

/// <summary>The steps of putting one new key in the place of the whole ring.</summary>
internal sealed class RingRenewal(
    IDatabase database, IKeyManager keys, IKeyRingProvider ring, IDataProtectionProvider protection, IEnumerable<SealedColumn> columns)
{
    private const int Batch = 100;
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    // The ring lives by the machine's clock, which Data Protection asks by itself.
    private static readonly TimeProvider Clock = TimeProvider.System;

    private sealed record Row(object Key, byte[] Sealed);

    public async Task<Guid> BeginAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var key = keys.CreateNewKey(now, now + Life);
        await database.WriteAsync(write => SnapshotVersions.BumpAsync(write, SharedKeyManager.SnapshotName), cancellationToken);
        return key.KeyId;
    }

    /// <returns>How many rows are sealed by <paramref name="key"/> that were not before.</returns>
    public async Task<int> ResealRowsAsync(Guid key, CancellationToken cancellationToken)
    {
        await UntilUsedAsync(key, cancellationToken);
        var resealed = 0;
        foreach (var column in columns)
        {
            var protector = protection.CreateProtector(column.Purpose);
            var rows = await database.ReadAsync(read => read.ListAsync(column.List, row => new Row(row.GetValue(0), (byte[])row[1])), cancellationToken);
            foreach (var batch in rows.Where(row => RingKey.That(row.Sealed) != key).Chunk(Batch))
            {
                var fresh = batch.Select(row => protector.Protect(protector.Unprotect(row.Sealed))).ToList();
                resealed += await database.WriteAsync(async write =>
                {
                    var replaced = 0;
                    for (var i = 0; i < batch.Length; i++)
                        replaced += await write.ExecuteAsync(column.Replace, ("key", batch[i].Key), ("was", batch[i].Sealed), ("sealed", fresh[i]));
                    return replaced;
                }, cancellationToken);
            }
        }

        return resealed;
    }

    public async Task<IReadOnlyList<Guid>> RevokeOthersAsync(Guid key, CancellationToken cancellationToken)
    {
        var others = (await RingStatements.ListAsync(database, cancellationToken)).Where(other => other.Id != key && !other.Revoked).Select(other => other.Id).ToList();
        foreach (var other in others)
            keys.RevokeKey(other, "The ring was renewed.");
        return others;
    }

    /// <summary>Data Protection reads a ring that has changed beside those who go on with the old one; here nobody may.</summary>
    private async Task UntilUsedAsync(Guid key, CancellationToken cancellationToken)
    {
        while (ring.GetCurrentKeyRing().DefaultKeyId != key)
            await Task.Delay(TimeSpan.FromMilliseconds(50), Clock, cancellationToken);
    }
}
