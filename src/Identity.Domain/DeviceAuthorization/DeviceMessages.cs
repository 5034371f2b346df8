namespace Identity.Domain.DeviceAuthorization;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class DeviceMessages
{
    /// <summary>A device was connected: what to do when that was not its owner. Values: <c>app</c> and <c>link</c>.</summary>
    public const string Connected = "device-connected";
}
