using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages;

internal static class StepLinks
{
    /// <exception cref="InvalidOperationException">There is no such page.</exception>
    public static string Step(this IUrlHelper url, string page, string? journey = null) =>
        url.Page(page, journey is null ? null : new { journey }) ?? throw new InvalidOperationException($"There is no page {page}");
}
