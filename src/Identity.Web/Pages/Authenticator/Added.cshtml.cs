using Identity.Web.Pages.Home;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>Says that it is done, once: whoever comes later finds their account.</summary>
internal sealed class AddedModel : JourneyPage
{
    public const string Happened = "app-added";

    /// <summary>The journey that they set it up for, if they came from one.</summary>
    [TempData(Key = ConfirmModel.Back)]
    public string? Then { get; set; }

    public IActionResult OnGet() => TempData[Happened] is true ? Page() : Next(Url.Home());
}
