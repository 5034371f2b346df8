using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Begins an account for its own sake, with no application behind it.</summary>
internal sealed class StartModel(Interactions interactions) : JourneyPage
{
    public async Task<IActionResult> OnGetAsync() => Next(Url.CreateEmail(await interactions.BeginOwnAsync(HttpContext)));
}
