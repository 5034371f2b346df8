namespace Identity.Demo.RecordsApi;

/// <summary>What a wearable measured: <c>POST /readings</c>.</summary>
internal sealed record HeartRate(int BeatsPerMinute, DateTimeOffset Taken)
{
    /// <returns>What is wrong with it, for the integrator; null when nothing is.</returns>
    public string? Fault(DateTimeOffset now) => this switch
    {
        { BeatsPerMinute: < 20 or > 250 } => "beatsPerMinute is from 20 to 250",
        _ when Taken > now.AddMinutes(1) || Taken < now.AddDays(-1) => "taken is within the last day",
        _ => null,
    };
}
