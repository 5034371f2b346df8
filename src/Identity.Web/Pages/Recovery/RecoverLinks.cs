using Identity.Domain.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>The addresses of the ways back into an account.</summary>
internal static class RecoverLinks
{
    public static string Recover(this IUrlHelper url, LostThing? lost = null) => url.Step("/Recovery/Index") + (lost is null ? "" : $"?lost={lost}");

    public static string RecoverWho(this IUrlHelper url, string journey) => url.Step("/Recovery/Who", journey);

    public static string RecoverHow(this IUrlHelper url, string journey) => url.Step("/Recovery/How", journey);

    public static string RecoverShow(this IUrlHelper url, string journey, RecoveryProofs proof) =>
        url.Page("/Recovery/Show", new { journey, proof }) ?? throw new InvalidOperationException("There is no page to show something.");

    public static string RecoverPasskey(this IUrlHelper url, string journey) => url.Step("/Recovery/Passkey", journey);

    public static string RecoverPasskeyOptions(this IUrlHelper url, string journey) => url.RecoverPasskey(journey) + "?handler=Options";

    public static string RecoverIdentity(this IUrlHelper url, string journey) => url.Step("/Recovery/Reproof", journey);

    public static string RecoverIdentityBy(this IUrlHelper url, string journey, string verifier) =>
        url.Page("/Recovery/ReproofWay", new { journey, verifier }) ?? throw new InvalidOperationException("There is no page for a way to prove again who one is.");

    public static string RecoverIdentityStep(this IUrlHelper url, string journey, Guid run) =>
        url.Page("/Recovery/ReproofStep", new { journey, run }) ?? throw new InvalidOperationException("There is no page for a step of a proof.");

    public static string RecoverSupport(this IUrlHelper url, string journey) => url.Step("/Recovery/Support", journey);

    public static string RecoverScreen(this IUrlHelper url, string journey) => url.Step("/Recovery/Screen", journey);

    public static string RecoverWait(this IUrlHelper url, string journey) => url.Step("/Recovery/Wait", journey);

    public static string RecoverFinish(this IUrlHelper url, string journey) => url.Step("/Recovery/Finish", journey);

    public static string RecoverDone(this IUrlHelper url) => url.Step("/Recovery/Done");
}
