using Identity.Domain.Credentials.Upstream;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// For whoever another provider knows and nobody here does. Nothing that it says finds them an account: they connect it
/// themselves, signed in, or create one.
/// </summary>
internal sealed class NotLinkedModel(Interactions interactions, UpstreamProviders providers) : JourneyPage
{
    [FromRoute]
    public string Provider { get; set; } = "";

    public string Organisation { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is null)
            return DeadEnd();
        if (providers.Find(Provider) is not { } provider)
            return new ErrorResult(ErrorView.NotFound);
        Organisation = UpstreamTrip.NameOf(provider);
        return Page();
    }
}
