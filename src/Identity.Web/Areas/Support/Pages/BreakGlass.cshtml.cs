using System.Diagnostics;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S10: in an emergency, opens for half an hour what only supervisors may open.</summary>
[Needs(Permission.BreakGlass, Fresh = true)]
internal sealed class BreakGlassModel(BreakGlass glass, Text text) : SupportPage
{
    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ReasonWords.Suffice(Words))
            return Problem(nameof(Words), text["support.find.noWords"].ToString());
        return await glass.BreakAsync(Own, Words?.Trim() ?? "", Aborted) switch
        {
            GlassOutcome.Broken => Next(SupportLinks.Desk, "support.glass.broken"),
            GlassOutcome.Already => Problem(nameof(Words), text["support.glass.already"].ToString()),
            GlassOutcome.TooMany => Problem(nameof(Words), text["support.glass.tooMany"].ToString()),
            GlassOutcome.Refused => new ErrorResult(ErrorView.Refused),
            _ => throw new UnreachableException(),
        };
    }
}
