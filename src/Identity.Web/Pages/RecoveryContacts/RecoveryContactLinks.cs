using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.RecoveryContacts;

/// <summary>The address of the people who can vouch for an owner.</summary>
internal static class RecoveryContactLinks
{
    public static string RecoveryContacts(this IUrlHelper url) => url.Step("/RecoveryContacts/Index");
}
