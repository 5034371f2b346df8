using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Identity.Domain.Accounts;

/// <summary>
/// A person's name in two fields, as their documents write it. Either may be missing: many people have one name. No
/// shape is asked of it beyond being letters, so particles, apostrophes, hyphens and every script are names.
/// </summary>
public sealed partial record PersonName
{
    /// <summary>The longest text of one field.</summary>
    public const int MostCharacters = 100;

    private const int LongestTyped = MostCharacters * 4;
    private const string Punctuation = " '’‘ʼʻ`´.,/()·・׳״\u200c\u200d";

    private PersonName(string? given, string? family) => (Given, Family) = (given, family);

    /// <summary>Given names (<c>given_name</c>).</summary>
    public string? Given { get; }

    /// <summary>Family name (<c>family_name</c>).</summary>
    public string? Family { get; }

    /// <summary>Both in the order they are written in (<c>name</c>).</summary>
    public string Full => (Given, Family) switch
    {
        ({ } given, { } family) when IsWrittenFamilyFirst(given) && IsWrittenFamilyFirst(family) => family + given,
        ({ } given, { } family) => $"{given} {family}",
        _ => Given ?? Family ?? "",
    };

    /// <summary>Reads what was typed; one of the two fields may be left empty.</summary>
    public static PersonNameReading Read(string? given, string? family)
    {
        var (givenText, givenFault) = Field(given);
        var (familyText, familyFault) = Field(family);
        if (givenFault is not null || familyFault is not null)
            return new PersonNameReading.Refused(givenFault, familyFault);
        return givenText is null && familyText is null
            ? new PersonNameReading.Empty()
            : new PersonNameReading.Read(new(givenText, familyText));
    }

    /// <summary>A name that was read before and comes back from a table; null when none was kept.</summary>
    public static PersonName? FromStored(string? given, string? family) =>
        given is null && family is null ? null : new(given, family);

    /// <summary>Never the name: this text may find its way into a log.</summary>
    public override string ToString() => nameof(PersonName);

    private static (string? Text, NameFault? Fault) Field(string? typed)
    {
        if (typed is null || typed.AsSpan().Trim().Length > LongestTyped)
            return (null, typed is null ? null : NameFault.TooLong);
        if (!UnicodeText.TryNormalize(Spaces().Replace(typed, " ").Trim(' '), out var text))
            return (null, NameFault.NotAName);
        return text switch
        {
            "" => (null, null),
            _ when new StringInfo(text).LengthInTextElements > MostCharacters => (null, NameFault.TooLong),
            _ when !text.EnumerateRunes().Any(Rune.IsLetter) || !text.EnumerateRunes().All(IsAllowed) => (null, NameFault.NotAName),
            _ => (text, null),
        };
    }

    private static bool IsWrittenFamilyFirst(string text) => text.EnumerateRunes().All(IsEastAsian);

    // Letters, marks, digits, dashes, joiners inside Indic and Persian names, and the punctuation that names have.
    // Left out is what would make a name read as a link or as mark-up in a message: : @ < > [ ] { } \ | # and the rest.
    private static bool IsAllowed(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.DashPunctuation
        || (rune.IsBmp && Punctuation.Contains((char)rune.Value, StringComparison.Ordinal));

    // Han with its extensions, kana and Hangul: the family name comes first, with no space.
    private static bool IsEastAsian(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) or '々';

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
