using Identity.Web.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>People who get them back in, for whoever has nothing to show: how to reach them, and what they do and never do.</summary>
internal sealed class SupportModel(RecoverJourney journeys, Wardrobe wardrobe) : JourneyPage
{
    public Contact Contact => wardrobe.For(HttpContext).Contact;

    public async Task<IActionResult> OnGetAsync() => await journeys.FindAsync(HttpContext, Journey) is null ? DeadEnd() : Page();
}
