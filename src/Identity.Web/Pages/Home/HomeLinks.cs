using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Home;

/// <summary>The addresses that every other page may lead to.</summary>
internal static class HomeLinks
{
    public static string Home(this IUrlHelper url) => url.Step("/Home/Index");

    public static string StopSharing(this IUrlHelper url, string client) =>
        url.Page("/Home/StopSharing", new { client }) ?? throw new InvalidOperationException("There is no page to stop sharing.");

    public static string SignOut(this IUrlHelper url) => url.Step("/SignOut/Index");
}
