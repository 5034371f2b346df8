using System.Buffers.Binary;
using System.Text;

namespace Identity.Domain.Audit;

/// <summary>A chain's head as a seal takes it in.</summary>
internal sealed record SealedHead(string Subject, long Seq, byte[] Hash)
{
    /// <summary>Number, hash and subject; the first two are of fixed length, so that no two heads share a leaf.</summary>
    public byte[] Leaf => [.. SealText.Number(Seq), .. Hash, .. Encoding.UTF8.GetBytes(Subject)];
}

/// <summary>What a seal's tree is built from, and the exact bytes that are signed.</summary>
internal static class SealText
{
    // The key signs tokens too: a text that begins like this is never one.
    private static readonly byte[] Purpose = "Identity audit seal 1\0"u8.ToArray();

    /// <summary>The root of the seal before is the first leaf, so that seals are a chain themselves.</summary>
    public static byte[] Root(byte[]? previous, IEnumerable<SealedHead> heads) => MerkleTree.Root(Leaves(previous, heads));

    /// <summary>All leaves, in their order.</summary>
    public static IReadOnlyList<byte[]> Leaves(byte[]? previous, IEnumerable<SealedHead> heads) => [previous ?? [], .. heads.Select(head => head.Leaf)];

    public static byte[] Signed(long number, long at, byte[] root) => [.. Purpose, .. Number(number), .. Number(at), .. root];

    public static byte[] Number(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
