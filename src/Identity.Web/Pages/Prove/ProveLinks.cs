using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>The addresses of the ways to prove who one is.</summary>
internal static class ProveLinks
{
    public static string Prove(this IUrlHelper url, string journey) => url.Step("/Prove/Index", journey);

    public static string ProveBy(this IUrlHelper url, string journey, string verifier) =>
        url.Page("/Prove/Way", new { journey, verifier }) ?? throw new InvalidOperationException("There is no page for a way to prove who one is.");

    /// <summary>Where what the account lacks is asked for, before a way.</summary>
    public static string ProveDetails(this IUrlHelper url, string journey, string verifier) =>
        url.Page("/Prove/Details", new { journey, verifier }) ?? throw new InvalidOperationException("There is no page for the details of a proof.");

    public static string ProveStep(this IUrlHelper url, string journey, Guid run) =>
        url.Page("/Prove/Step", new { journey, run }) ?? throw new InvalidOperationException("There is no page for a step of a proof.");

    /// <summary>Where a person is asked to look at a proof again.</summary>
    public static string Appeal(this IUrlHelper url, string journey) => url.Step("/Prove/Appeal", journey);

    /// <summary>Where a step is taken to another device.</summary>
    public static string HandOver(this IUrlHelper url, string journey, Guid run) =>
        url.Page("/Prove/HandOver", new { journey, run }) ?? throw new InvalidOperationException("There is no page to hand a proof over.");

    /// <summary>A step on the device that took it over.</summary>
    public static string HereStep(this IUrlHelper url, Guid run) =>
        url.Page("/Prove/HereStep", new { run }) ?? throw new InvalidOperationException("There is no page for a step on another device.");

    /// <summary>What a person has proved, within their account.</summary>
    public static string Identity(this IUrlHelper url) => url.Step("/Prove/Identity");
}
