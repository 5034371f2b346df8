using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Devices;

/// <summary>The addresses of where somebody is signed in.</summary>
internal static class DeviceLinks
{
    public static string Devices(this IUrlHelper url) => url.Step("/Devices/Index");

    public static string SignOutDevice(this IUrlHelper url, Guid session) =>
        url.Page("/Devices/SignOut", new { session }) ?? throw new InvalidOperationException("There is no page to sign a device out.");
}
