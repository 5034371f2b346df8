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
            _ when !text.EnumerateRunes().Any(Rune.IsLetter) || !Allowed().IsMatch(text) => (null, NameFault.NotAName),
            _ => (text, null),
        };
    }

    private static bool IsWrittenFamilyFirst(string text) => EastAsian().IsMatch(text);

    // Letters, marks, digits, joiners inside Indic and Persian names, and the punctuation that names have.
    // Left out is what would make a name read as a link or as mark-up in a message: : @ < > [ ] { } \ | # and the rest.
    [GeneratedRegex(@"\A[\p{L}\p{M}\p{Nd} '’‘ʼʻ`´.,/()·・׳״\p{Pd}\u200c\u200d]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\A[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsHangulSyllables}々]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
