using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>The addresses of the steps of creating an account.</summary>
internal static class CreateLinks
{
    public static string CreateEmail(this IUrlHelper url, string journey) => url.Step("/Create/Email", journey);

    public static string CreateWithoutEmail(this IUrlHelper url, string journey) => url.Step("/Create/WithoutEmail", journey);

    public static string CreateCode(this IUrlHelper url, string journey) => url.Step("/Create/Code", journey);

    public static string CreatePassword(this IUrlHelper url, string journey) => url.Step("/Create/Password", journey);

    public static string CreatePasskey(this IUrlHelper url, string journey) => url.Step("/Create/Passkey", journey);

    public static string CreatePasskeyOptions(this IUrlHelper url, string journey) => url.CreatePasskey(journey) + "?handler=Options";

    public static string CreateName(this IUrlHelper url, string journey) => url.Step("/Create/Name", journey);

    public static string CreateBirthDate(this IUrlHelper url, string journey) => url.Step("/Create/BirthDate", journey);
}
