using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Password;

/// <summary>The addresses of changing a password.</summary>
internal static class PasswordLinks
{
    public static string ChangePassword(this IUrlHelper url) => url.Step("/Password/Change");

    public static string PasswordChanged(this IUrlHelper url) => url.Step("/Password/Changed");
}
