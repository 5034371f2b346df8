using System.Globalization;
using System.Text;

namespace Identity.Domain.Notifications.Letters;

/// <summary>Which characters of a line run from right to left, in a line that runs from left to right (Unicode Standard Annex #9 §3.3).</summary>
internal static class LetterDirections
{
    private enum Kind
    {
        Left,
        Right,
        Neutral,
    }

    /// <returns>For each UTF-16 unit whether it does. What is neutral does between two that do; digits never do.</returns>
    public static IReadOnlyList<bool> Of(string line)
    {
        var kinds = new Kind[line.Length];
        for (var at = 0; at < line.Length;)
        {
            var rune = Rune.GetRuneAt(line, at);
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
                kinds[at + unit] = KindOf(rune);
            at += rune.Utf16SequenceLength;
        }

        return [.. kinds.Select((kind, at) => kind is Kind.Right || (kind is Kind.Neutral && Before(kinds, at) is Kind.Right && After(kinds, at) is Kind.Right))];
    }

    private static Kind Before(Kind[] kinds, int at) => kinds.Take(at).LastOrDefault(kind => kind is not Kind.Neutral);

    private static Kind After(Kind[] kinds, int at) => kinds.Skip(at).FirstOrDefault(kind => kind is not Kind.Neutral);

    // The blocks that the Unicode Character Database sets aside for such scripts (DerivedBidiClass.txt, @missing lines).
    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber => Kind.Left,
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => Kind.Right,
        _ => Rune.IsLetter(rune) ? Kind.Left : Kind.Neutral,
    };
}
