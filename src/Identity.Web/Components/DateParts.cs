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
}
