using System.Buffers.Binary;

namespace Identity.Domain.Limits;

/// <summary>
/// A count-min sketch (Cormode and Muthukrishnan, 2005): counts any number of keys in 256 KiB. It never counts too
/// little, and too much only for a key that meets others in all four of its rows.
/// </summary>
internal sealed class CountSketch
{
    private const int Rows = 4;
    private const int Columns = 1 << 14;

    private readonly int[] _counts = new int[Rows * Columns];

    /// <param name="key">At least sixteen bytes that nobody outside can foretell.</param>
    public int Count(ReadOnlySpan<byte> key)
    {
        var least = int.MaxValue;
        for (var row = 0; row < Rows; row++)
            least = Math.Min(least, _counts[Cell(key, row)]);
        return least;
    }

    public void Add(ReadOnlySpan<byte> key)
    {
        for (var row = 0; row < Rows; row++)
            _counts[Cell(key, row)]++;
    }

    private static int Cell(ReadOnlySpan<byte> key, int row) =>
        row * Columns + (int)(BinaryPrimitives.ReadUInt32LittleEndian(key[(row * 4)..]) % Columns);
}
