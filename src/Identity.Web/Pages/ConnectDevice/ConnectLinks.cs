using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ConnectDevice;

/// <summary>The addresses of the pages that connect a device.</summary>
internal static class ConnectLinks
{
    public static string EnterDeviceCode(this IUrlHelper url) => url.Step("/ConnectDevice/Index");

    public static string DeviceQuestion(this IUrlHelper url, string journey) => url.Step("/ConnectDevice/Question", journey);

    public static string DeviceConnected(this IUrlHelper url, string journey) => url.Step("/ConnectDevice/Connected", journey);

    public static string DeviceNotConnected(this IUrlHelper url, string journey) => url.Step("/ConnectDevice/NotConnected", journey);

    /// <summary>The page that a step of the journey is shown on.</summary>
    public static string DeviceAnswered(this IUrlHelper url, string journey, bool connected) =>
        connected ? url.DeviceConnected(journey) : url.DeviceNotConnected(journey);
}
