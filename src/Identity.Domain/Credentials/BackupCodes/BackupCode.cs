using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>
/// Sixteen random letters and digits that a citizen keeps on paper (NIST SP 800-63B-4 §3.1.2): 76 bits. Its alphabet has
/// no vowels, which would spell words, and of letters and digits that look alike only the digit.
/// </summary>
public sealed class BackupCode
{
    private const string Alphabet = "0123456789CDFGHJKMNPQRTVWXY";
    private const string LookAlikes = "OILZSBU";
    private const string Meant = "011258V";
    private const int Length = 16;
    private const int Group = 4;
    private const int LongestTyped = 128;

    private readonly string _text;

    private BackupCode(string text) => _text = text;

    /// <summary>A new one.</summary>
    public static BackupCode Create() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>As it is shown and printed: in groups of four.</summary>
    public string Grouped => string.Join('-', _text.Chunk(Group).Select(group => new string(group)));

    /// <summary>Reads what was typed: spaces, hyphens and case do not matter, nor whose digits they are, nor a letter for its look-alike.</summary>
    /// <returns>Null when it can be no code of ours.</returns>
    public static BackupCode? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var text = new StringBuilder(Length);
        foreach (var rune in typed.EnumerateRunes().Where(rune => !IsIgnored(rune)))
        {
            if (Symbol(rune) is not { } symbol)
                return null;
            text.Append(symbol);
        }
        return text.Length == Length ? new(text.ToString()) : null;
    }

    /// <summary>Whether nothing was typed.</summary>
    public static bool IsEmpty(string? typed) => typed is null || typed.Length <= LongestTyped && typed.EnumerateRunes().All(IsIgnored);

    /// <summary>What is stored. The key is in no table in clear, so that a stolen backup tells nothing to try codes against.</summary>
    public byte[] Hash(ReadOnlySpan<byte> key, Guid account) =>
        HMACSHA256.HashData(key, [.. account.ToByteArray(), .. Encoding.ASCII.GetBytes(_text)]);

    /// <summary>Never the code: this text may find its way into a log.</summary>
    public override string ToString() => nameof(BackupCode);

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
