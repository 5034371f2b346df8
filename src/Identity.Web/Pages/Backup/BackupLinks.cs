using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Backup;

/// <summary>The addresses of backup codes.</summary>
internal static class BackupLinks
{
    public static string BackupCodes(this IUrlHelper url) => url.Step("/Backup/Index");

    public static string BackupSheet(this IUrlHelper url, string journey) => url.Step("/Backup/Sheet", journey);
}
