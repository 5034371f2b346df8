using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.NotMe;

/// <summary>The addresses of what a notice leads to.</summary>
internal static class NotMeLinks
{
    public static string Frozen(this IUrlHelper url, string token) =>
        url.Page("/NotMe/Frozen", new { token }) ?? throw new InvalidOperationException("There is no page for a frozen account.");
}
