using Identity.Web.Locales;

namespace Identity.Web.Pages.Devices;

/// <summary>What a citizen calls a device, made of what its browser said when it signed in.</summary>
internal static class DeviceName
{
    /// <param name="text">Has the words.</param>
    /// <param name="device">Such as <c>Firefox/Android</c>; either part may be missing.</param>
    public static Message Of(Text text, string device)
    {
        var parts = device.Split('/');
        var (browser, system) = (parts[0], parts.Length > 1 ? parts[1] : "");
        return (browser, system) switch
        {
            ("", "") => text["devices.name.unknown"],
            ("", _) => text["devices.name.system", ("system", system)],
            (_, "") => Message.Verbatim(browser),
            _ => text["devices.name.both", ("browser", browser), ("system", system)],
        };
    }
}
