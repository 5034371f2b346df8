using System.Security.Cryptography;
using System.Xml.Linq;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys.Ring;

/// <summary>A key of the ring as an operator sees it.</summary>
/// <param name="ClosedBy">What its secret is encrypted by, or null when it stands in clear.</param>
/// <param name="Opens">Whether this node can open it.</param>
public sealed record ListedRingKey(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool Revoked, string? ClosedBy, bool Opens);

/// <summary>Closes the ring by another certificate or file, and renews it when it may be in wrong hands.</summary>
public sealed class RingKeeper
{
    private readonly IDatabase _database;
    private readonly Ledger _ledger;
    private readonly RingCheck _check;
    private readonly RingRenewal _renewal;
    private readonly IOptions<KeyManagementOptions> _management;
    private readonly IServiceProvider _services;

    internal RingKeeper(IDatabase database, Ledger ledger, RingCheck check, RingRenewal renewal, IOptions<KeyManagementOptions> management, IServiceProvider services) =>
        (_database, _ledger, _check, _renewal, _management, _services) = (database, ledger, check, renewal, management, services);

    /// <summary>Every key of the ring, the oldest first. Opens nothing that is closed to this node.</summary>
    public async Task<IReadOnlyList<ListedRingKey>> ListAsync(CancellationToken cancellationToken)
    {
        var opened = _check.Opened();
        return
        [
            .. (await RingStatements.ListAsync(_database, cancellationToken))
                .Select(key => new ListedRingKey(key.Id, key.CreatedAt, key.ExpiresAt, key.Revoked, key.ClosedBy, opened.Contains(key.Id))),
        ];
    }

    /// <summary>Makes a file that can close the ring, readable by its owner alone.</summary>
    /// <returns>The id by which the ring will name it.</returns>
    /// <exception cref="IOException">There is a file already, or its folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static string MakeFile(string path) => KeyFile.Create(path).Id;

    /// <summary>
    /// Closes every key of the ring by the certificate or file that is in use now. The keys stay what they are, and nobody
    /// notices; what closed them before is not needed any more.
    /// </summary>
    /// <param name="by">Who asks, for the audit.</param>
    /// <returns>How many keys were closed anew.</returns>
    /// <exception cref="StartRefusedException">Neither is in use, or this node cannot open the ring.</exception>
    public async Task<int> ResealAsync(AuditSubject by, CancellationToken cancellationToken)
    {
        if (_management.Value.XmlEncryptor is not { } encryptor)
            throw new StartRefusedException(["Keys:CertificatePath and Keys:FilePath are empty. Name what is to close the ring."]);
        var ring = await RingStatements.ListAsync(_database, cancellationToken);
        if (_check.Closed(ring).ToList() is { Count: > 0 } faults)
            throw new StartRefusedException(faults);

        var opened = _check.Opened();
        var closed = ring.Where(key => opened.Contains(key.Id)).Select(key => (key, Xml: RingXml.Reseal(key.Xml, encryptor, _services))).ToList();
        return await _ledger.RecordAsync(async write =>
        {
            var replaced = 0;
            foreach (var (key, xml) in closed)
                replaced += await write.ExecuteAsync(RingStatements.Replace, ("row", key.Row), ("xml", xml.ToString(SaveOptions.DisableFormatting)));
            return replaced;
        }, Recorded.Of(new AuditEntry(by, AuditEvents.RingResealed)), cancellationToken);
    }

    /// <summary>Makes the key that is to replace all others. Nodes seal with it within two seconds, and still open the old ones' seals.</summary>
    public Task<Guid> BeginRenewalAsync(CancellationToken cancellationToken) => _renewal.BeginAsync(cancellationToken);

    /// <summary>
    /// Seals everything in the database anew, then revokes every other key. Whatever they had sealed outside it is worth
    /// nothing from then on: codes, refresh tokens, forms that stand open.
    /// </summary>
    /// <param name="key">What <see cref="BeginRenewalAsync"/> returned.</param>
    /// <param name="by">Who asks, for the audit.</param>
    /// <returns>How many rows were sealed anew.</returns>
    public async Task<int> CompleteRenewalAsync(Guid key, AuditSubject by, CancellationToken cancellationToken)
    {
        var rows = await _renewal.ResealRowsAsync(key, cancellationToken);
        var revoked = await _renewal.RevokeOthersAsync(key, cancellationToken);
        await _ledger.RecordAsync(write => SnapshotVersions.BumpAsync(write, SharedKeyManager.SnapshotName), Recorded.Of(new AuditEntry(by, AuditEvents.RingRenewed)
        {
            Details = new Dictionary<string, string> { ["key"] = key.ToString(), ["revoked"] = string.Join(' ', revoked) },
        }), cancellationToken);
        return rows;
    }
}
