using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>The addresses of the steps of signing in.</summary>
internal static class SignInLinks
{
    public static string SignInEmail(this IUrlHelper url, string journey) => url.Step("/SignIn/Email", journey);

    /// <summary>Asks how to confirm it, or goes to the one way there is.</summary>
    public static string Confirm(this IUrlHelper url, string journey) => url.Step("/SignIn/Confirm", journey);

    public static string Confirm(this IUrlHelper url, Way way, string journey) => way switch
    {
        Way.Passkey => url.Passkey(journey),
        Way.App => url.Step("/SignIn/AppCode", journey),
        Way.Phone => url.PhoneCode(journey),
        Way.BackupCode => url.Step("/SignIn/BackupCode", journey),
        Way.Password => url.Step("/SignIn/ConfirmPassword", journey),
        _ => throw new UnreachableException(),
    };

    /// <summary>Asks even when there is only one way, for whoever does not have it at hand.</summary>
    public static string ChooseAnotherWay(this IUrlHelper url, string journey) => url.Confirm(journey) + "?other=true";

    /// <summary>Sets up an authenticator app on the way.</summary>
    public static string AddApp(this IUrlHelper url, string journey) => url.Confirm(journey) + "?handler=App";

    /// <summary>Asks for the code that was sent to a telephone.</summary>
    public static string PhoneCode(this IUrlHelper url, string journey) => url.Step("/SignIn/PhoneCode", journey);

    public static string Passkey(this IUrlHelper url, string journey) => url.Step("/SignIn/Passkey", journey);

    public static string PasskeyOptions(this IUrlHelper url, string journey) => url.Passkey(journey) + "?handler=Options";

    /// <summary>Signs in at another provider.</summary>
    public static string SignInAt(this IUrlHelper url, string journey, string provider) =>
        url.Page("/SignIn/Upstream", new { journey, provider }) ?? throw new InvalidOperationException("There is no page for another provider.");

    /// <summary>For whoever is known there and not here.</summary>
    public static string NotLinked(this IUrlHelper url, string journey, string provider) =>
        url.Page("/SignIn/NotLinked", new { journey, provider }) ?? throw new InvalidOperationException("There is no page for whoever is not known here.");

    public static string SignInPassword(this IUrlHelper url, string journey) => url.Step("/SignIn/Password", journey);
}
