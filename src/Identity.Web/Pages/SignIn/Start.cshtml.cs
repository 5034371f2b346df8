using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>Begins the way to one's own account, with no application behind it.</summary>
internal sealed class StartModel(Interactions interactions) : JourneyPage
{
    public async Task<IActionResult> OnGetAsync() => Next(Url.SignInEmail(await interactions.BeginOwnAsync(HttpContext)));
}
