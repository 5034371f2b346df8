using Identity.Domain.Keys;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit.Export;

/// <summary>
/// Writes whole chains as lines of JSON that prove themselves: every link, the newest seal of each chain with the way to its
/// root, and the public keys. Personal values are not in it, only the commitments to them. Safe for concurrent use.
/// </summary>
public sealed class AuditExport(IDatabase database, SigningKeyRing keys, TimeProvider clock)
{
    private static readonly Statement Head = new("audit.head", "SELECT seq FROM audit_heads WHERE subject = @subject");

    private static readonly Statement SealOf = new("audit-seals.of-subject",
        """
        SELECT number, at, root, kid, signature FROM audit_seals
        WHERE number = (SELECT MAX(number) FROM audit_seal_leaves WHERE subject = @subject)
        """);

    private static readonly Statement RootBefore = new("audit-seals.root", "SELECT root FROM audit_seals WHERE number = @number");

    private sealed record Seal(long Number, long At, byte[] Root, string Kid, byte[] Signature);

    /// <summary>Writes the chains of some subjects, in the order in which they are given.</summary>
    /// <param name="subjects">Whose.</param>
    /// <param name="to">Takes the lines; it is flushed, and stays open.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many links were written.</returns>
    public async Task<long> WriteAsync(IReadOnlyList<AuditSubject> subjects, TextWriter to, CancellationToken cancellationToken)
    {
        await LineAsync(new ExportHead(1, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        var (links, seals, named) = (0L, 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var subject in subjects)
        {
            links += await LinksAsync(subject, LineAsync, cancellationToken);
            if (await SealAsync(subject, cancellationToken) is not { } seal)
                continue;
            if (named.Add(seal.Kid) && await keys.FindAsync(seal.Kid, cancellationToken) is { } key)
                await LineAsync(new ExportKey(key.Kid, key.Algorithm, Convert.ToBase64String(key.Key.ExportSubjectPublicKeyInfo())));
            await LineAsync(seal);
            seals++;
        }

        await LineAsync(new ExportEnd(links, seals));
        await to.FlushAsync(cancellationToken);
        return links;

        Task LineAsync(ExportLine line) => to.WriteAsync((ExportJson.Write(line) + "\n").AsMemory(), cancellationToken);
    }

    private async Task<long> LinksAsync(AuditSubject subject, Func<ExportLine, Task> write, CancellationToken cancellationToken)
    {
        var until = await database.ReadAsync(read => read.FirstAsync(Head, row => row.GetInt64(0), ("subject", subject.Value)), cancellationToken);
        var (last, written) = (0L, 0L);
        while (last < until)
        {
            var links = await database.ReadAsync(read => read.ListAsync(AuditStatements.Chain,
                row => new ExportLink(subject.Value, row.GetInt64(0), row.GetString(3), Convert.ToHexStringLower((byte[])row[4])),
                ("subject", subject.Value), ("after", last), ("until", until)), cancellationToken);
            if (links.Count == 0)
                break;
            foreach (var link in links)
                await write(link);
            (last, written) = (links[^1].Seq, written + links.Count);
        }

        return written;
    }

    private Task<ExportSeal?> SealAsync(AuditSubject subject, CancellationToken cancellationToken) => database.ReadAsync(async read =>
    {
        var seal = await read.FirstAsync(SealOf, row => new Seal(row.GetInt64(0), row.GetInt64(1), (byte[])row[2], row.GetString(3), (byte[])row[4]), ("subject", subject.Value));
        if (seal is null)
            return null;
        var before = await read.FirstAsync(RootBefore, row => (byte[])row[0], ("number", seal.Number - 1));
        var heads = await read.ListAsync(SealStatements.Leaves, row => new SealedHead(row.GetString(0), row.GetInt64(1), (byte[])row[2]), ("number", seal.Number));
        var at = heads.ToList().FindIndex(head => head.Subject == subject.Value);
        var path = MerkleTree.Path(SealText.Leaves(before, heads), at + 1); // The root of the seal before is the first leaf.
        return new ExportSeal(seal.Number, seal.At, Convert.ToHexStringLower(seal.Root), seal.Kid, Convert.ToBase64String(seal.Signature), subject.Value, heads[at].Seq,
            [.. path.Select(step => (step.IsLeft ? "L" : "R") + Convert.ToHexStringLower(step.Hash))]);
    }, cancellationToken);
}
