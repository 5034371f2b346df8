using Identity.Domain.Keys;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

/// <summary>Recomputes every seal from the first, and looks for each head it holds in the chains.</summary>
internal sealed class SealVerifier(IDatabase database, SigningKeyRing keys)
{
    private sealed record Seal(long Number, long At, byte[] Root, int Leaves, string Kid, byte[] Signature);

    private sealed record Leaf(SealedHead Head, byte[]? Link);

    /// <returns>The last seal, if there is one.</returns>
    public async Task<LastSeal?> VerifyAsync(List<string> faults, CancellationToken cancellationToken)
    {
        Seal? last = null;
        while (true)
        {
            var seals = await database.ReadAsync(read => read.ListAsync(SealStatements.List,
                row => new Seal(row.GetInt64(0), row.GetInt64(1), (byte[])row[2], row.GetInt32(3), row.GetString(4), (byte[])row[5]),
                ("after", last?.Number ?? 0)), cancellationToken);
            if (seals.Count == 0)
                break;

            foreach (var seal in seals)
            {
                faults.AddRange(await FaultsAsync(seal, last, cancellationToken));
                last = seal;
            }
        }

        var astray = await database.ReadAsync(read => read.ListAsync(SealStatements.Astray, row => row.GetString(0)), cancellationToken);
        faults.AddRange(astray.Select(subject => $"{subject}: its head and the seals disagree on how far it was sealed."));
        return last is null ? null : new LastSeal(last.Number, Convert.ToHexStringLower(last.Root));
    }

    private async Task<List<string>> FaultsAsync(Seal seal, Seal? previous, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var leaves = await database.ReadAsync(read => read.ListAsync(SealStatements.Leaves,
            row => new Leaf(new SealedHead(row.GetString(0), row.GetInt64(1), (byte[])row[2]), row.IsDBNull(3) ? null : (byte[])row[3]),
            ("number", seal.Number)), cancellationToken);

        if (seal.Number != (previous?.Number ?? 0) + 1)
            faults.Add($"Seal {seal.Number}: the seal before it is gone.");
        if (leaves.Count != seal.Leaves || !SealText.Root(previous?.Root, leaves.Select(leaf => leaf.Head)).AsSpan().SequenceEqual(seal.Root))
            faults.Add($"Seal {seal.Number}: its root is not that of the heads it holds and of the seal before it.");
        if (await keys.FindAsync(seal.Kid, cancellationToken) is not { } key)
            faults.Add($"Seal {seal.Number}: its key {seal.Kid} is none of ours.");
        else if (key.Revoked is { } revoked && seal.Number > revoked.LastSeal)
            faults.Add($"Seal {seal.Number}: its key {seal.Kid} had been revoked before it was made.");
        else if (!key.Verify(SealText.Signed(seal.Number, seal.At, seal.Root), seal.Signature))
            faults.Add($"Seal {seal.Number}: its signature is false.");

        faults.AddRange(leaves.Where(leaf => leaf.Link is null)
            .Select(leaf => $"{leaf.Head.Subject}: link {leaf.Head.Seq} is gone, which seal {seal.Number} holds."));
        faults.AddRange(leaves.Where(leaf => leaf.Link is { } link && !link.AsSpan().SequenceEqual(leaf.Head.Hash))
            .Select(leaf => $"{leaf.Head.Subject}: link {leaf.Head.Seq} is another than seal {seal.Number} holds."));
        return faults;
    }
}
