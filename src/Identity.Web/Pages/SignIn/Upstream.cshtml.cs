using Identity.Domain.Credentials.Upstream;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Prove;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>Before somebody goes to another provider to sign in: what it learns, and what we learn.</summary>
internal sealed class UpstreamModel(Interactions interactions, BrowserSession browser, UpstreamProviders providers, UpstreamTrip trip) : JourneyPage
{
    [FromRoute]
    public string Provider { get; set; } = "";

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = UpstreamTrip.Trouble)]
    public string? Trouble { get; set; }

    public string Organisation { get; private set; } = "";

    public Message Privacy { get; private set; } = Message.Verbatim("");

    /// <summary>Where to go; null when the provider does not answer.</summary>
    public Uri? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (await browser.FindAsync(HttpContext) is { } session && interaction.State.SignedInSession == session.Id)
            return Next(interaction.ContinueUrl);
        if (providers.Find(Provider) is not { } provider)
            return new ErrorResult(ErrorView.NotFound);

        Organisation = UpstreamTrip.NameOf(provider);
        Privacy = new VerifierWords(provider.Manifest).Say(TextKeys.SignInPrivacy);
        Address = await trip.LeaveAsync(HttpContext, provider, new(Journey, null));
        return Page();
    }
}
