using System.Globalization;
using System.Text;

namespace Identity.Domain.Accounts;

/// <summary>A full date of birth; written as OpenID Connect Core §5.1 writes <c>birthdate</c>.</summary>
public sealed record BirthDate
{
    /// <summary>Nobody alive was born before.</summary>
    public static readonly DateOnly Earliest = new(1890, 1, 1);

    private const string Format = "yyyy-MM-dd";
    private const int LongestTyped = 32;

    private BirthDate(DateOnly date) => Date = date;

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>As in <c>1984-02-29</c>.</summary>
    public string Iso => Date.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads three fields; a month may be its number, or its name in <paramref name="language"/>.</summary>
    public static BirthDateReading Read(string? day, string? month, string? year, DateOnly today, CultureInfo language)
    {
        var missing = new BirthDateReading.Missing(IsEmpty(day), IsEmpty(month), IsEmpty(year));
        if (missing is { Day: true, Month: true, Year: true })
            return new BirthDateReading.Empty();
        if (missing.Day || missing.Month || missing.Year)
            return missing;
        return (Number(day), Month(month!, language), Number(year)) switch // None is missing, so month is not null.
        {
            (_, _, { } y) when Digits(year) is not 4 => new BirthDateReading.YearNotFull(),
            ({ } d, { } m, { } y) when Exists(d, m, y) => Judge(new(y, m, d), today),
            _ => new BirthDateReading.NotADate(),
        };
    }

    /// <summary>A date that was read before and comes back from a table; null when none was kept.</summary>
    public static BirthDate? FromStored(string? iso) =>
        iso is null ? null : new(DateOnly.ParseExact(iso, Format, CultureInfo.InvariantCulture));

    /// <summary>Never the date: this text may find its way into a log.</summary>
    public override string ToString() => nameof(BirthDate);

    private static BirthDateReading Judge(DateOnly date, DateOnly today)
    {
        if (date > today)
            return new BirthDateReading.InTheFuture();
        return date < Earliest ? new BirthDateReading.TooLongAgo(Earliest) : new BirthDateReading.Read(new(date));
    }

    private static bool Exists(int day, int month, int year) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsEmpty(string? typed) => string.IsNullOrWhiteSpace(typed);

    private static int? Month(string typed, CultureInfo language)
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
