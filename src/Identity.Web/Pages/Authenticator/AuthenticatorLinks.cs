using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>The addresses of setting up an authenticator app and removing it.</summary>
internal static class AuthenticatorLinks
{
    public static string SetUpApp(this IUrlHelper url, string? journey = null) => url.Step("/Authenticator/SetUp", journey);

    public static string AppAdded(this IUrlHelper url) => url.Step("/Authenticator/Added");

    public static string RemoveApp(this IUrlHelper url) => url.Step("/Authenticator/Remove");

    public static string AppRemoved(this IUrlHelper url) => url.Step("/Authenticator/Removed");
}
