using Identity.Web.Pages.Home;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>Says that it is done, once: whoever comes later finds their account.</summary>
internal sealed class AddedModel : JourneyPage
{
    public const string Happened = "app-added";

    public IActionResult OnGet() => TempData[Happened] is true ? Page() : Next(Url.Home());
}
