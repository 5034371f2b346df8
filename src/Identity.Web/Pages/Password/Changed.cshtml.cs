using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Password;

/// <summary>Says that it is done, once: whoever comes later finds their account.</summary>
internal sealed class ChangedModel : JourneyPage
{
    public const string Happened = "password-changed";

    public IActionResult OnGet() => TempData[Happened] is true ? Page() : Next(Url.Step("/Home/Index"));
}
