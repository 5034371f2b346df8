using System.Globalization;

namespace Identity.Web.Components;

/// <summary>A date as a person types it: three boxes, in figures.</summary>
public sealed class DateParts
{
    /// <summary>The day of the month.</summary>
    public string? Day { get; set; }

    /// <summary>The month in figures.</summary>
    public string? Month { get; set; }

    /// <summary>The year in four figures.</summary>
    public string? Year { get; set; }

    /// <summary>The boxes of a date that is known.</summary>
    public static DateParts Of(DateOnly date) => new()
    {
        Day = Written(date.Day),
        Month = Written(date.Month),
        Year = Written(date.Year),
    };

    /// <summary>The names of the boxes that are empty.</summary>
    public IReadOnlyList<string> Missing =>
        [.. new[] { (nameof(Day), Day), (nameof(Month), Month), (nameof(Year), Year) }
            .Where(part => string.IsNullOrWhiteSpace(part.Item2)).Select(part => part.Item1)];

    /// <summary>The date, or null when there is no such day in the calendar.</summary>
    public DateOnly? ToDate() =>
        Figure(Year, 4) is { } year && Figure(Month, 2) is { } month && Figure(Day, 2) is { } day
        && year is >= 1000 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int? Figure(string? text, int most) =>
        text?.Trim() is { } figures && figures.Length <= most
        && int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    private static string Written(int value) => value.ToString(CultureInfo.InvariantCulture);
}
