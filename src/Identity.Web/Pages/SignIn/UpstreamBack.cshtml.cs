using System.Diagnostics;
using Identity.Domain.Credentials.Upstream;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignInDetails;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>Where a browser comes back to from another provider: it is signed in, or has added a way in, or is told why not.</summary>
internal sealed class UpstreamBackModel(Interactions interactions, UpstreamTrip trip, UpstreamLinks links, Confirmation confirmation) : JourneyPage
{
    [FromRoute]
    public string Provider { get; set; } = "";

    public async Task<IActionResult> OnGetAsync([FromServices] ChosenLanguage language, [FromServices] SignInStep signIn) => await trip.ReturnAsync(HttpContext, Provider) switch
    {
        ({ Account: { } account }, UpstreamVisit.Back(var identity)) => await LinkAsync(account, identity),
        ({ Account: not null }, UpstreamVisit.Failed(var reason)) => Again(Url.SignInDetailsAt(Provider), reason),
        ({ Journey: { } journey }, UpstreamVisit.Back(var identity)) => await SignInAsync(journey, identity, language, signIn),
        ({ Journey: { } journey }, UpstreamVisit.Failed(var reason)) => Again(Url.SignInAt(journey, Provider), reason),
        _ => Page(),
    };

    private async Task<IActionResult> SignInAsync(string journey, UpstreamIdentity identity, ChosenLanguage language, SignInStep signIn)
    {
        if (await interactions.FindAsync(HttpContext, journey) is not { } interaction)
            return DeadEnd();
        switch (await links.TryAsync(identity, HttpContext.RequestAborted))
        {
            case UpstreamOutcome.SignedIn(var account):
                await language.RememberAsync(HttpContext, account);
                return Next(await signIn.ProvedAsync(Url, interaction, account, identity.Method));
            case UpstreamOutcome.Held(var reason):
                return new ErrorResult(ErrorView.AccountHeld(reason));
            case UpstreamOutcome.Unknown:
                return Next(Url.NotLinked(journey, Provider));
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> LinkAsync(Guid account, UpstreamIdentity identity)
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.SignInDetailsAt(Provider));
        if (session is null)
            return elsewhere ?? DeadEnd();
        // Somebody else has signed in to this browser meanwhile.
        if (session.AccountId != account)
            return Page();
        switch (await links.AddAsync(session, identity, HttpContext.RequestAborted))
        {
            case UpstreamLinking.Added or UpstreamLinking.AlreadyHas:
                TempData[PasskeyNews.Key] = "details.upstream.added";
                return Next(Url.SignInDetails());
            case UpstreamLinking.Taken:
                TempData[UpstreamTrip.Trouble] = "details.upstream.taken";
                return Next(Url.SignInDetailsAt(Provider));
            case UpstreamLinking.SignedOut:
                return Next(Url.SignInDetailsAt(Provider));
            default:
                throw new UnreachableException();
        }
    }

    private IActionResult Again(string page, RefusalReason reason)
    {
        TempData[UpstreamTrip.Trouble] = reason switch
        {
            RefusalReason.Cancelled => "signIn.upstream.cancelled",
            RefusalReason.TimedOut => "signIn.upstream.late",
            _ => "signIn.upstream.failed",
        };
        return Next(page);
    }
}
