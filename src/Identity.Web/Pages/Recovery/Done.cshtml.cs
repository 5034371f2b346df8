using Identity.Protocol.Interaction;
using Identity.Web.Pages.Home;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>They are back in, and have a while to make sure that they stay so.</summary>
internal sealed class DoneModel(BrowserSession browser) : JourneyPage
{
    public async Task<IActionResult> OnGetAsync() => await browser.FindAsync(HttpContext) is null ? Next(Url.Home()) : Page();
}
