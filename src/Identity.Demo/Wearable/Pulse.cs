using System.Security.Cryptography;
using Identity.Demo.RecordsApi;

namespace Identity.Demo.Wearable;

/// <summary>Invents a heart that is at rest.</summary>
internal sealed class Pulse
{
    private int beats = 72;

    public HeartRate Measure(DateTimeOffset now)
    {
        beats = Math.Clamp(beats + RandomNumberGenerator.GetInt32(-2, 3), 60, 85);
        return new HeartRate(beats, now);
    }
}
