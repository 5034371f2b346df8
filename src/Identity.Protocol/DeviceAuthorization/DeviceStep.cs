using Identity.Domain.Consent;
using Identity.Domain.Partners;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>Where a person is on the way to the connection of a device.</summary>
public abstract record DeviceStep
{
    private DeviceStep()
    {
    }

    /// <summary>The journey is over, or another browser's.</summary>
    public sealed record Over : DeviceStep;

    /// <summary>The application may sign nobody in for now.</summary>
    public sealed record Paused(string Application) : DeviceStep;

    /// <summary>The application is not open to this person yet.</summary>
    public sealed record NotOpenYet(string Application) : DeviceStep;

    /// <summary>Another page comes first.</summary>
    public sealed record Elsewhere(string Url) : DeviceStep;

    /// <summary>Whether they started this, and have the device before them.</summary>
    /// <param name="Client">The application on the device.</param>
    /// <param name="UserCode">What the device shows if it is theirs.</param>
    /// <param name="Asked">What it asks for.</param>
    /// <param name="Decision">What they have let it have before; null when they will be asked.</param>
    public sealed record Question(Client Client, string UserCode, ConsentRequest Asked, ConsentDecision? Decision) : DeviceStep;

    /// <summary>The device can no longer be connected: its time is over, or somebody else has answered.</summary>
    public sealed record Late : DeviceStep;

    /// <summary>It has been answered.</summary>
    public sealed record Answered(bool Connected, Client Client) : DeviceStep;
}
