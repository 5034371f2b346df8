using System.Security.Cryptography;

namespace Identity.Domain.Audit;

/// <summary>RFC 6962 §2.1: the hash of a tree of leaves, in which no leaf can be taken for a node.</summary>
internal static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        // RFC 6962 §2.1: the hash of an empty list is the hash of an empty string.
        if (leaves.Count == 0)
            return SHA256.HashData([]);

        var level = leaves.Select(leaf => SHA256.HashData([LeafPrefix, .. leaf])).ToList();
        // The left side of each node is the largest full tree, so levels pair from the left and an odd one moves up as it is.
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? SHA256.HashData([NodePrefix, .. pair[0], .. pair[1]]) : pair[0])];
        return level[0];
    }
}
