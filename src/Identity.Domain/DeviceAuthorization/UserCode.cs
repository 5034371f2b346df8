using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.DeviceAuthorization;

/// <summary>
/// The code that a person copies from a device to a browser (RFC 8628 §6.1): eight of twenty letters, 34.6 bits. No vowels,
/// which would spell words, no digits, and none of the letters that are taken for another.
/// </summary>
public static class UserCode
{
    private const string Alphabet = "BCDFGHJKLMNPQRSTVWXZ";
    private const int LongestTyped = 64;

    /// <summary>How many letters it has.</summary>
    public const int Length = 8;

    internal static string Create() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As a device shows it: two groups of four.</summary>
    public static string Group(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>Reads what was typed: spaces, hyphens and case do not matter.</summary>
    /// <returns>The eight letters, or null when it can be no such code.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var letters = typed.EnumerateRunes().Where(rune => !IsIgnored(rune)).ToList();
        return letters.Count == Length && letters.All(rune => rune.IsAscii && Alphabet.Contains(char.ToUpperInvariant((char)rune.Value), StringComparison.Ordinal))
            ? string.Concat(letters).ToUpperInvariant()
            : null;
    }

    /// <summary>Whether nothing was typed.</summary>
    public static bool IsEmpty(string? typed) => typed is null || (typed.Length <= LongestTyped && typed.EnumerateRunes().All(IsIgnored));

    private static bool IsIgnored(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
