namespace Identity.Domain.Notifications;

/// <summary>The hours of the day, in UTC, between which a telephone may ring with something that can wait.</summary>
/// <param name="From">The first hour.</param>
/// <param name="Until">The hour from which it is night again; later than the first.</param>
public sealed record CallHours(int From, int Until)
{
    /// <returns>That moment itself by day, else the next morning.</returns>
    public DateTimeOffset Next(DateTimeOffset moment)
    {
        var hour = moment.UtcDateTime.Hour;
        if (hour >= From && hour < Until)
            return moment;
        var morning = new DateTimeOffset(moment.UtcDateTime.Date.AddHours(From), TimeSpan.Zero);
        return hour < From ? morning : morning.AddDays(1);
    }
}
