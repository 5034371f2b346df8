using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

/// <summary>Recomputes every chain from its first link. What the <c>audit verify</c> verb runs.</summary>
public sealed class AuditVerifier(IDatabase database)
{
    /// <returns>How many links were checked, and a line for each chain that does not hold.</returns>
    public async Task<(long Links, IReadOnlyList<string> Faults)> VerifyAsync(CancellationToken cancellationToken)
    {
        var links = 0L;
        var faults = new List<string>();
        var after = "";
        while (true)
        {
            var heads = await database.ReadAsync(read => read.ListAsync(AuditStatements.Heads,
                row => (Subject: row.GetString(0), Seq: row.GetInt64(1), Hash: (byte[])row[2]), ("after", after)), cancellationToken);
            if (heads.Count == 0)
                return (links, faults);

            foreach (var head in heads)
            {
                var (seq, hash) = await WalkAsync(head.Subject, cancellationToken);
                links += seq;
                if (seq != head.Seq || !hash.AsSpan().SequenceEqual(head.Hash))
                    faults.Add($"{head.Subject}: the chain holds up to link {seq}, its head says {head.Seq}.");
            }

            after = heads[^1].Subject;
        }
    }

    private async Task<(long Seq, byte[] Hash)> WalkAsync(string subject, CancellationToken cancellationToken)
    {
        var (seq, hash) = (0L, Array.Empty<byte>());
        while (true)
        {
            var from = seq;
            var links = await database.ReadAsync(read => read.ListAsync(AuditStatements.Chain,
                row => (Seq: row.GetInt64(0), Payload: row.GetString(3), Hash: (byte[])row[4]), ("subject", subject), ("after", from)), cancellationToken);
            if (links.Count == 0)
                return (seq, hash);

            foreach (var link in links)
            {
                var expected = SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(link.Payload)]);
                if (link.Seq != seq + 1 || !expected.AsSpan().SequenceEqual(link.Hash))
                    return (seq, hash);
                (seq, hash) = (link.Seq, link.Hash);
            }
        }
    }
}
