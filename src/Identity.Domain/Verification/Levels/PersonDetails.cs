using System.Globalization;
using System.Text;
using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>
/// Name and birth date in the form in which they are compared: records write one person's name with and without accents,
/// hyphens, apostrophes, capitals and second given names, and in either order. What differs beyond that is somebody else.
/// </summary>
public sealed class PersonDetails
{
    private readonly HashSet<string> _given;
    private readonly HashSet<string> _family;
    private readonly string _birthDate;

    private PersonDetails(HashSet<string> given, HashSet<string> family, string birthDate) => (_given, _family, _birthDate) = (given, family, birthDate);

    /// <summary>Family names and birth date, in a form that stays the same for one person whichever record is read.</summary>
    public string Key => $"{string.Join(' ', _family.Order(StringComparer.Ordinal))}|{_birthDate}";

    /// <summary>Reads what evidence vouches for.</summary>
    /// <returns>Null when it lacks the birth date or every name: by that it cannot be told whose it is.</returns>
    public static PersonDetails? Of(IReadOnlyDictionary<string, string> claims)
    {
        var given = Words(claims.GetValueOrDefault(ClaimNames.GivenName));
        var family = Words(claims.GetValueOrDefault(ClaimNames.FamilyName));
        var birthDate = claims.GetValueOrDefault(ClaimNames.BirthDate)?.Trim() ?? "";
        return birthDate.Length == 0 || given.Count + family.Count == 0 ? null : new(given, family, birthDate);
    }

    /// <summary>
    /// Whether both can be of one person: the same birth date as far as both know it, the same family names, and given names of
    /// which one side has no other than the other side.
    /// </summary>
    public bool IsSameAs(PersonDetails other) =>
        (_birthDate.StartsWith(other._birthDate, StringComparison.Ordinal) || other._birthDate.StartsWith(_birthDate, StringComparison.Ordinal))
        && (HasSameNames(other) || IsOneName(other) || other.IsOneName(this));

    private bool HasSameNames(PersonDetails other) => _family.SetEquals(other._family)
        && (_given.IsSubsetOf(other._given) || other._given.IsSubsetOf(_given)) && (_given.Count > 0) == (other._given.Count > 0);

    // Somebody with one name has it in the field of family names on one record, and in that of given names on another.
    private bool IsOneName(PersonDetails other) => _family.Count == 0 && other._given.Count == 0 && _given.SetEquals(other._family);

    private static HashSet<string> Words(string? name)
    {
        var letters = new StringBuilder();
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormKD))
        {
            letters.Append((CharUnicodeInfo.GetUnicodeCategory(letter), letter) switch
            {
                (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format, _) => "",
                (_, '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´' or '.') => "",
                (UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.OtherPunctuation, _) => " ",
                _ => Plain(letter),
            });
        }

        return [.. letters.ToString().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    // Letters that Unicode does not take apart, as ICAO Doc 9303 part 3 section 6 writes them in a passport's lines.
    private static string Plain(char letter) => letter switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        'ŋ' or 'Ŋ' => "n",
        _ => letter.ToString(),
    };
}
