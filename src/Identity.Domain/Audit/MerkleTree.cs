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

        var level = leaves.Select(Leaf).ToList();
        while (level.Count > 1)
            level = Above(level);
        return level[0];
    }

    /// <summary>RFC 6962 §2.1.1: the neighbours of a leaf and of the nodes above it, from the leaf up.</summary>
    public static IReadOnlyList<MerkleStep> Path(IReadOnlyList<byte[]> leaves, int index)
    {
        var path = new List<MerkleStep>();
        var level = leaves.Select(Leaf).ToList();
        for (var at = index; level.Count > 1; at /= 2)
        {
            var neighbour = at ^ 1;
            // An odd one has none, and moves up as it is.
            if (neighbour < level.Count)
                path.Add(new MerkleStep(neighbour < at, level[neighbour]));
            level = Above(level);
        }

        return path;
    }

    /// <summary>The root that a leaf and the neighbours above it make.</summary>
    public static byte[] Climb(byte[] leaf, IReadOnlyList<MerkleStep> path) =>
        path.Aggregate(Leaf(leaf), (node, step) => step.IsLeft ? Node(step.Hash, node) : Node(node, step.Hash));

    // The left side of each node is the largest full tree, so levels pair from the left and an odd one moves up as it is.
    private static List<byte[]> Above(List<byte[]> level) => [.. level.Chunk(2).Select(pair => pair.Length == 2 ? Node(pair[0], pair[1]) : pair[0])];

    private static byte[] Leaf(byte[] data) => SHA256.HashData([LeafPrefix, .. data]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}

/// <summary>A neighbour on the way up a tree.</summary>
internal sealed record MerkleStep(bool IsLeft, byte[] Hash);
