using Identity.Web.Pages.Home;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>Says that it is done, once: whoever comes later finds their account.</summary>
internal sealed class RemovedModel : JourneyPage
{
    public const string Happened = "app-removed";

    public IActionResult OnGet() => TempData[Happened] is true ? Page() : Next(Url.Home());
}
