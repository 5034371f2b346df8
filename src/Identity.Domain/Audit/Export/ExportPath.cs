using System.Security.Cryptography;
using Identity.Domain.Keys;

namespace Identity.Domain.Audit.Export;

/// <summary>Reads what an export says in text, of which nothing is certain.</summary>
internal static class ExportPath
{
    private const int Hex = SHA256.HashSizeInBytes * 2;

    // A tree this deep has more leaves than there are atoms.
    private const int Deepest = 256;

    /// <returns>Null for what is no way up a tree.</returns>
    public static IReadOnlyList<MerkleStep>? Read(IReadOnlyList<string> path)
    {
        if (path.Count > Deepest || path.Any(step => step.Length != Hex + 1 || step[0] is not ('L' or 'R') || !step.AsSpan(1).ContainsOnlyHex()))
            return null;
        return [.. path.Select(step => new MerkleStep(step[0] == 'L', Convert.FromHexString(step.AsSpan(1))))];
    }

    /// <summary>Whether the key signed these bytes; false also for a key or a signature that is none.</summary>
    public static bool IsSigned(ExportKey key, byte[] data, string signature)
    {
        try
        {
            using var own = KeyMaterial.ImportPublic(key.Alg, Convert.FromBase64String(key.Spki));
            return Signatures.Verify(own, key.Alg, data, Convert.FromBase64String(signature));
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException or NotSupportedException)
        {
            return false;
        }
    }

    private static bool ContainsOnlyHex(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiHexDigit(letter))
                return false;
        }

        return true;
    }
}
