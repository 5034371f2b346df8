using System.Globalization;

namespace Identity.Demo.Appointments;

/// <summary>A visit, at the clinic's local time.</summary>
internal sealed record Appointment(DateTime Time, string Reason, string With, string Place)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>One person can be in one place at a time, so the time names the appointment.</summary>
    public string Id => Time.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    public string Day => Time.ToString("dddd d MMMM yyyy", English);

    public string Hour => Time.ToString("h:mmtt", English).ToLowerInvariant();
}
