using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Consent;

/// <summary>The addresses of the two pages of sharing.</summary>
internal static class ConsentLinks
{
    public static string Share(this IUrlHelper url, string journey) => url.Step("/Consent/Share", journey);

    public static string ShareRefused(this IUrlHelper url, string journey) => url.Step("/Consent/Refused", journey);
}
