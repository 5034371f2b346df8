using System.Globalization;
using System.Text;

namespace Identity.Domain.Accounts;

/// <summary>
/// A date of birth, as far as it is known: some births are registered with a year alone, or a year and a month.
/// </summary>
public sealed record BirthDate
{
    /// <summary>Nobody alive was born before.</summary>
    public static readonly DateOnly Earliest = new(1890, 1, 1);

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    private const int LongestTyped = 32;

    private BirthDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    /// <summary>The year, which is always known.</summary>
    public int Year { get; }

    /// <summary>The month, when it is known.</summary>
    public int? Month { get; }

    /// <summary>The day, when it is known. It never is without the month.</summary>
    public int? Day { get; }

    /// <summary>The day itself, or the first one it can be.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>As much of ISO 8601 as is known: <c>1984-02-29</c>, <c>1984-02</c> or <c>1984</c>.</summary>
    public string Iso => First.ToString(Formats[(Month, Day) switch { (null, _) => 2, (_, null) => 1, _ => 0 }], CultureInfo.InvariantCulture);

    /// <summary>
    /// The claim <c>birthdate</c>. OpenID Connect Core §5.1 has a form for a whole date and one for a year, and none for a month
    /// without a day: of that the year is said.
    /// </summary>
    public string Claim => Day is null ? First.ToString("yyyy", CultureInfo.InvariantCulture) : Iso;

    /// <summary>Whether somebody has reached an age. Who was born on 29 February reaches it on 1 March of a year without that day.</summary>
    /// <param name="years">The age.</param>
    /// <param name="today">The day it is.</param>
    /// <returns>Null when the part of the date that is known does not say.</returns>
    public bool? HasReached(int years, DateOnly today)
    {
        var last = Month is null ? new DateOnly(Year, 12, 31) : Day is null ? new DateOnly(Year, Month.Value, DateTime.DaysInMonth(Year, Month.Value)) : First;
        return Birthday(last, years) <= today ? true : Birthday(First, years) > today ? false : null;
    }

    /// <summary>Reads three fields; a month may be its number, or its name in <paramref name="language"/>.</summary>
    /// <param name="day">What was typed as the day.</param>
    /// <param name="month">What was typed as the month.</param>
    /// <param name="year">What was typed as the year.</param>
    /// <param name="inPart">Whether the person says that they do not know all of it: then the day may be empty, or day and month.</param>
    /// <param name="today">The day after which nobody is born.</param>
    /// <param name="language">Whose names of months count beside English ones.</param>
    public static BirthDateReading Read(string? day, string? month, string? year, bool inPart, DateOnly today, CultureInfo language)
    {
        var missing = new BirthDateReading.Missing(IsEmpty(day), IsEmpty(month), IsEmpty(year));
        if (missing is { Day: true, Month: true, Year: true })
            return new BirthDateReading.Empty();
        var unknown = inPart ? missing with { Month = missing.Month && missing.Day, Year = false } : new(false, false, false);
        if (missing != unknown)
            return new BirthDateReading.Missing(missing.Day && !unknown.Day, missing.Month && !unknown.Month, missing.Year);
        return (unknown.Day ? 1 : Number(day), unknown.Month ? 1 : MonthOf(month!, language), Number(year)) switch // Not missing, so not null.
        {
            (_, _, { } y) when Digits(year) is not 4 => new BirthDateReading.YearNotFull(),
            ({ } d, { } m, { } y) when Exists(d, m, y) => Judge(new(y, unknown.Month ? null : m, unknown.Day ? null : d), today),
            _ => new BirthDateReading.NotADate(),
        };
    }

    /// <summary>A date that was read before and comes back from a table; null when none was kept.</summary>
    public static BirthDate? FromStored(string? iso)
    {
        if (iso is null)
            return null;
        var date = DateOnly.ParseExact(iso, Formats, CultureInfo.InvariantCulture);
        return new(date.Year, iso.Length > 4 ? date.Month : null, iso.Length > 7 ? date.Day : null);
    }

    /// <summary>Never the date: this text may find its way into a log.</summary>
    public override string ToString() => nameof(BirthDate);

    private static DateOnly Birthday(DateOnly born, int years) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + years) ? new DateOnly(born.Year + years, 3, 1) : born.AddYears(years);

    private static BirthDateReading Judge(BirthDate date, DateOnly today)
    {
        if (date.First > today)
            return new BirthDateReading.InTheFuture();
        return date.First < Earliest ? new BirthDateReading.TooLongAgo(Earliest) : new BirthDateReading.Read(date);
    }

    private static bool Exists(int day, int month, int year) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsEmpty(string? typed) => string.IsNullOrWhiteSpace(typed);

    private static int? MonthOf(string typed, CultureInfo language)
    {
        if (Number(typed) is { } number)
            return number;
        var name = typed.Trim().TrimEnd('.');
        var at = Enumerable.Range(1, 12).FirstOrDefault(month => Names(month, language).Contains(name, StringComparer.OrdinalIgnoreCase));
        return at is 0 ? null : at;
    }

    // A calendar other than ours has other months under the same numbers.
    private static IEnumerable<string> Names(int month, CultureInfo language) =>
        from format in new[] { language.DateTimeFormat, CultureInfo.InvariantCulture.DateTimeFormat }
        where format.Calendar is GregorianCalendar
        from name in new[] { format.GetMonthName(month), format.GetAbbreviatedMonthName(month).TrimEnd('.') }
        select name;

    private static int Digits(string? typed) => typed!.Trim().EnumerateRunes().Count(); // Called on what Number read.

    private static int? Number(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > LongestTyped || !text.EnumerateRunes().All(IsDigit))
            return null;
        var ascii = string.Concat(text.EnumerateRunes().Select(digit => (int)Rune.GetNumericValue(digit)));
        return int.TryParse(ascii, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool IsDigit(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber;
}
