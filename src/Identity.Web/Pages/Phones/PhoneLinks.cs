using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Phones;

/// <summary>The addresses of adding a telephone and removing it.</summary>
internal static class PhoneLinks
{
    public static string AddPhone(this IUrlHelper url) => url.Step("/Phones/Add");

    public static string ConfirmPhone(this IUrlHelper url, string journey) => url.Step("/Phones/Code", journey);

    public static string RemovePhone(this IUrlHelper url, Guid phone) =>
        url.Page("/Phones/Remove", new { phone }) ?? throw new InvalidOperationException("There is no page to remove a telephone");
}
