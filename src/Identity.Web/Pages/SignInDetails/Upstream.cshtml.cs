using Identity.Domain.Credentials.Upstream;
using Identity.Domain.Sessions;
using Identity.Sdk;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Prove;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>A way in by another provider: added by going there, or removed. There is always another way in beside it.</summary>
internal sealed class UpstreamModel(Confirmation confirmation, UpstreamProviders providers, UpstreamLinks links, UpstreamTrip trip) : JourneyPage
{
    [FromRoute]
    public string Provider { get; set; } = "";

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = UpstreamTrip.Trouble)]
    public string? Trouble { get; set; }

    public string Organisation { get; private set; } = "";

    public Message Privacy { get; private set; } = Message.Verbatim("");

    /// <summary>The way in, if it is there.</summary>
    public UpstreamLink? Link { get; private set; }

    /// <summary>Where to go to add it; null when the provider does not answer.</summary>
    public Uri? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null || elsewhere is not null)
            return elsewhere ?? DeadEnd();
        if (Link is null && providers.Find(Provider) is { } provider)
            Address = await trip.LeaveAsync(HttpContext, provider, new(null, session.AccountId));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null || elsewhere is not null)
            return elsewhere ?? DeadEnd();
        if (!await links.RemoveAsync(session, Provider, HttpContext.RequestAborted))
            return Next(Url.SignInDetailsAt(Provider));
        TempData[PasskeyNews.Key] = "details.upstream.removed";
        return Next(Url.SignInDetails());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.SignInDetailsAt(Provider));
        if (session is null)
            return (null, elsewhere);
        var provider = providers.Find(Provider);
        Link = (await links.OfAsync(session.AccountId, HttpContext.RequestAborted)).FirstOrDefault(link => link.Provider == Provider);
        // One that is offered no more can still be removed.
        if (provider is null && Link is null)
            return (session, new ErrorResult(ErrorView.NotFound));
        Organisation = provider is null ? Provider : UpstreamTrip.NameOf(provider);
        if (provider is not null)
            Privacy = new VerifierWords(provider.Manifest).Say(TextKeys.SignInPrivacy);
        return (session, null);
    }
}
