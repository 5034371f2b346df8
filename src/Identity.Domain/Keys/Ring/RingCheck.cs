using System.Security.Cryptography;
using System.Xml;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Identity.Domain.Keys.Ring;

/// <summary>Which keys of the ring this node can open, and whether the database was sealed by this ring.</summary>
internal sealed class RingCheck(IDatabase database, IKeyManager keys)
{
    private static readonly Statement Sealed = new("signing-keys.sealed",
        "SELECT 'The secrets of this instance', sealed FROM instance_secrets UNION ALL SELECT 'The signing key ' || kid, sealed FROM signing_keys WHERE revoked_at IS NULL");

    public IReadOnlySet<Guid> Opened() => keys.GetAllKeys().Where(Opens).Select(key => key.KeyId).ToHashSet();

    /// <returns>A fault for each certificate or file that is missing.</returns>
    public IEnumerable<string> Closed(IReadOnlyList<RingKey> ring)
    {
        var opened = Opened();
        return from key in ring
               where !key.Revoked && !opened.Contains(key.Id)
               group key by key.ClosedBy into closed
               select $"The ring of keys in the database is closed by {closed.Key ?? "nothing, and is broken"}, which this node does not have. "
                   + "Name it in Keys:CertificatePath or Keys:FilePath or, when it has been replaced, in Keys:PreviousCertificates or Keys:PreviousFiles.";
    }

    /// <returns>A fault for each thing that no key of the ring opens.</returns>
    public async Task<IReadOnlyList<string>> ForeignAsync(IReadOnlyList<RingKey> ring, CancellationToken cancellationToken)
    {
        var known = ring.Where(key => !key.Revoked).Select(key => key.Id).ToHashSet();
        var rows = await database.ReadAsync(read => read.ListAsync(Sealed, row => (Name: row.GetString(0), Sealed: (byte[])row[1])), cancellationToken);
        return
        [
            .. rows.Where(row => RingKey.That(row.Sealed) is not { } id || !known.Contains(id))
                .Select(row => $"{row.Name} was sealed by another ring of keys than the one in this database. Restore the table data_protection_keys of the same backup."),
        ];
    }

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception exception) when (exception is CryptographicException or XmlException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
