using Identity.Demo.RecordsApi;

namespace Identity.Demo.Wearable;

/// <summary>What the watch shows.</summary>
internal abstract record WatchFace
{
    private WatchFace()
    {
    }

    /// <summary>Whether it changes by itself.</summary>
    public bool Moves => this is Code or Connected;

    /// <summary>It is nobody's.</summary>
    public sealed record Alone : WatchFace;

    /// <summary>It waits for somebody to type its code.</summary>
    public sealed record Code(DeviceCodes Codes) : WatchFace;

    /// <summary>It measures and sends.</summary>
    /// <param name="Last">What it sent last; null before the first.</param>
    public sealed record Connected(HeartRate? Last) : WatchFace;

    /// <summary>It is nobody's any more, or never was.</summary>
    public sealed record Ended(string Why) : WatchFace;
}
