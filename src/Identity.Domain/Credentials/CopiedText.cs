using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Credentials;

/// <summary>
/// Random letters and digits that are copied from paper: 27 symbols, 4.75 bits each. No vowels, which would spell words, and of
/// letters and digits that look alike only the digit.
/// </summary>
internal static class CopiedText
{
    private const string Alphabet = "0123456789CDFGHJKMNPQRTVWXY";
    private const string LookAlikes = "OILZSBU";
    private const string Meant = "011258V";
    private const int LongestTyped = 128;

    /// <summary>A new one.</summary>
    public static string Create(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>As it is shown and printed.</summary>
    public static string Group(string text, int size) => string.Join('-', text.Chunk(size).Select(group => new string(group)));

    /// <summary>Reads what was typed: spaces, hyphens and case do not matter, nor whose digits they are, nor a letter for its look-alike.</summary>
    /// <returns>Null when it can be no such text.</returns>
    public static string? Read(string? typed, int length)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var text = new StringBuilder(length);
        foreach (var rune in typed.EnumerateRunes().Where(rune => !IsIgnored(rune)))
        {
            if (Symbol(rune) is not { } symbol)
                return null;
            text.Append(symbol);
        }
        return text.Length == length ? text.ToString() : null;
    }

    /// <summary>Whether nothing was typed.</summary>
    public static bool IsEmpty(string? typed) => typed is null || (typed.Length <= LongestTyped && typed.EnumerateRunes().All(IsIgnored));

    private static char? Symbol(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
            return (char)('0' + (int)Rune.GetNumericValue(rune));
        if (!rune.IsAscii)
            return null;
        var letter = char.ToUpperInvariant((char)rune.Value);
        var meant = LookAlikes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Meant[at] : letter;
        return Alphabet.Contains(meant, StringComparison.Ordinal) ? meant : null;
    }

    private static bool IsIgnored(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
