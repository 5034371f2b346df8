namespace Identity.Domain.Sessions;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class SessionMessages
{
    /// <summary>Somebody signed in on a device that is not known. Values: <c>device</c>, as <see cref="UserAgent"/> describes it, <c>when</c>, in Unix milliseconds, and <c>link</c>.</summary>
    public const string NewDevice = "new-device";
}
