using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>Somebody who was invited types their code. It works once, and stands in no link that could be passed on.</summary>
[Needs(StaffStage.Nobody)]
internal sealed class JoinModel(StaffSessions sessions, StaffBrowser browser, Text text) : SupportPage
{
    [BindProperty]
    public string? InvitationCode { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Domain.Support.Staff.InvitationCode.Read(InvitationCode) is not { } code)
            return Problem(nameof(InvitationCode), text["support.join.wrong"].ToString());
        if (await sessions.RedeemAsync(code, Aborted) is not { } key)
            return Problem(nameof(InvitationCode), text["support.join.over"].ToString());

        await browser.SignInAsync(HttpContext, key);
        return Next(SupportLinks.Keys);
    }
}
