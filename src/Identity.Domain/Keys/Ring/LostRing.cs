using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;

namespace Identity.Domain.Keys.Ring;

/// <summary>
/// The last way out when nothing is left that opens the ring: begins anew. Accounts, passwords, registrations and the audit
/// stay; every subject changes, because what they derive from is lost.
/// </summary>
public sealed class LostRing
{
    private readonly IDatabase _database;
    private readonly Ledger _ledger;
    private readonly RingCheck _check;
    private readonly IEnumerable<Statement> _clear;
    private readonly TimeProvider _clock;

    internal LostRing(IDatabase database, Ledger ledger, RingCheck check, IEnumerable<Statement> clear, TimeProvider clock) =>
        (_database, _ledger, _check, _clear, _clock) = (database, ledger, check, clear, clock);

    /// <summary>Deletes what cannot be opened and revokes every signing key. The next start makes all of it anew. No node may be running.</summary>
    /// <param name="by">Who asks, for the audit.</param>
    /// <returns>False, and nothing is changed, when this node can open the ring.</returns>
    public async Task<bool> AbandonAsync(AuditSubject by, CancellationToken cancellationToken)
    {
        var ring = await RingStatements.ListAsync(_database, cancellationToken);
        if (!_check.Closed(ring).Any() && (await _check.ForeignAsync(ring, cancellationToken)).Count == 0)
            return false;

        await _ledger.RecordAsync(async write =>
        {
            await SnapshotVersions.BumpAsync(write, SharedKeyManager.SnapshotName);
            await SnapshotVersions.BumpAsync(write, SigningKeyStore.SnapshotName);
            await SigningKeyStatements.RevokeAllAsync(write, _clock.GetUtcNow(), await SealStatements.LastNumberAsync(write));
            foreach (var clear in _clear)
                await write.ExecuteAsync(clear);

            return await write.ExecuteAsync(RingStatements.Clear);
        }, Recorded.Of(new AuditEntry(by, AuditEvents.RingLost)), cancellationToken);
        return true;
    }
}
