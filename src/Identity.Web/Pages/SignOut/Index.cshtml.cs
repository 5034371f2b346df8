using Identity.Protocol.FrontChannelLogout;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignOut;

/// <summary>Asks before it ends the session, for a person who came by themselves.</summary>
internal sealed class IndexModel(BrowserSession browser, SigningOut signingOut) : JourneyPage
{
    public async Task<IActionResult> OnGetAsync() =>
        await browser.FindAsync(HttpContext) is null ? Next(InteractionPages.SignedOut) : Page();

    public async Task<IActionResult> OnPostAsync() => Next(await signingOut.SignOutAsync(HttpContext, null));
}
