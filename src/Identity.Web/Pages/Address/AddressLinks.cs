using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Address;

/// <summary>The way to the postal address.</summary>
internal static class AddressLinks
{
    public static string PostalAddress(this IUrlHelper url) => url.Step("/Address/Index");
}
