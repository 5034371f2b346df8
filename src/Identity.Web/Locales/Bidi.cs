using System.Text;

namespace Identity.Web.Locales;

/// <summary>
/// Values in a script that runs from right to left. In a sentence of ours each is isolated, or the words around it would
/// change places (Unicode Standard Annex #9).
/// </summary>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>Whether some letter of it runs from right to left.</summary>
    public static bool RunsRightToLeft(string value) => value.EnumerateRunes().Any(RunsRightToLeft);

    /// <summary>For words without markup: a title, an attribute, a letter.</summary>
    public static string Isolate(string value) =>
        RunsRightToLeft(value) ? $"{FirstStrongIsolate}{value}{PopDirectionalIsolate}" : value;

    // The blocks that the Unicode Character Database sets aside for such scripts (DerivedBidiClass.txt, @missing lines).
    private static bool RunsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
