using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ChangeEmail;

/// <summary>The addresses of giving an account another e-mail address.</summary>
internal static class ChangeEmailLinks
{
    public static string ChangeEmail(this IUrlHelper url) => url.Step("/ChangeEmail/Index");

    public static string ConfirmEmail(this IUrlHelper url, string journey) => url.Step("/ChangeEmail/Code", journey);
}
