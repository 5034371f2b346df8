using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

/// <summary>
/// Recomputes every chain from its first link, then every seal. What the <c>audit verify</c> verb runs, also while nodes
/// serve. Not shown: links newer than the last seal that were dropped together with their head.
/// </summary>
public sealed class AuditVerifier(IDatabase database, SigningKeyRing keys)
{
    private sealed record Head(string Subject, long Seq, byte[] Hash);

    public async Task<AuditReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var links = await VerifyChainsAsync(faults, cancellationToken);
        var headless = await database.ReadAsync(read => read.ListAsync(AuditStatements.Headless, row => row.GetString(0)), cancellationToken);
        faults.AddRange(headless.Select(subject => $"{subject}: the chain goes on past its head."));
        var last = await new SealVerifier(database, keys).VerifyAsync(faults, cancellationToken);
        return new AuditReport(links, last, faults);
    }

    private async Task<long> VerifyChainsAsync(List<string> faults, CancellationToken cancellationToken)
    {
        var links = 0L;
        var after = "";
        while (true)
        {
            var heads = await database.ReadAsync(read => read.ListAsync(AuditStatements.Heads,
                row => new Head(row.GetString(0), row.GetInt64(1), (byte[])row[2]), ("after", after)), cancellationToken);
            if (heads.Count == 0)
                return links;

            foreach (var head in heads)
            {
                var (seq, hash) = await WalkAsync(head, cancellationToken);
                links += seq;
                if (seq != head.Seq || !hash.AsSpan().SequenceEqual(head.Hash))
                    faults.Add($"{head.Subject}: the chain holds up to link {seq}, its head says {head.Seq}.");
            }

            after = heads[^1].Subject;
        }
    }

    private async Task<(long Seq, byte[] Hash)> WalkAsync(Head head, CancellationToken cancellationToken)
    {
        var (seq, hash) = (0L, Array.Empty<byte>());
        while (seq < head.Seq)
        {
            var from = seq;
            var links = await database.ReadAsync(read => read.ListAsync(AuditStatements.Chain,
                row => (Seq: row.GetInt64(0), Payload: row.GetString(3), Hash: (byte[])row[4]),
                ("subject", head.Subject), ("after", from), ("until", head.Seq)), cancellationToken);
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

        return (seq, hash);
    }
}
