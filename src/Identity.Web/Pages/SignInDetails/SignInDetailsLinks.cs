using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>The addresses of what somebody signs in with.</summary>
internal static class SignInDetailsLinks
{
    public static string SignInDetails(this IUrlHelper url) => url.Step("/SignInDetails/Index");

    /// <param name="url">Writes the address.</param>
    /// <param name="journey">The journey to come back to, for whoever needs a passkey to go on.</param>
    public static string AddPasskey(this IUrlHelper url, string? journey = null) =>
        url.Step("/SignInDetails/AddPasskey") + (journey is null ? "" : $"?journey={Uri.EscapeDataString(journey)}");

    public static string AddPasskey(this IUrlHelper url, string handler, string? journey) =>
        url.AddPasskey(journey) + (journey is null ? "?" : "&") + $"handler={handler}";

    public static string RenamePasskey(this IUrlHelper url, Guid passkey) => Of(url, "/SignInDetails/RenamePasskey", passkey);

    public static string RemovePasskey(this IUrlHelper url, Guid passkey) => Of(url, "/SignInDetails/RemovePasskey", passkey);

    /// <summary>Adds or removes the way in by another provider.</summary>
    public static string SignInDetailsAt(this IUrlHelper url, string provider) =>
        url.Page("/SignInDetails/Upstream", new { provider }) ?? throw new InvalidOperationException("There is no page for another provider.");

    private static string Of(IUrlHelper url, string page, Guid passkey) =>
        url.Page(page, new { passkey }) ?? throw new InvalidOperationException($"There is no page {page}");
}
