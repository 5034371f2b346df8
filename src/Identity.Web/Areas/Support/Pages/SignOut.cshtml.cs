using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

[Needs(StaffStage.Enrolling, StaffStage.Enrolled, StaffStage.In)]
internal sealed class SignOutModel(StaffBrowser browser) : SupportPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await browser.SignOutAsync(HttpContext);
        return Next(SupportLinks.SignIn);
    }
}
