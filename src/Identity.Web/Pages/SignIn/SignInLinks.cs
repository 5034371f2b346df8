using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>The addresses of the steps of signing in.</summary>
internal static class SignInLinks
{
    public static string SignInEmail(this IUrlHelper url, string journey) => url.Step("/SignIn/Email", journey);

    public static string SignInPassword(this IUrlHelper url, string journey) => url.Step("/SignIn/Password", journey);
}
