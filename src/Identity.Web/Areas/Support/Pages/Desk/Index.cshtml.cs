using System.Diagnostics;
using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Desk;

/// <summary>S11: the code of whoever stands at the desk, whatever it is for.</summary>
[Needs(Permission.Desk)]
internal sealed class IndexModel(DeskWork desk, Text text) : SupportPage
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
            return Problem(nameof(Code), text["support.code.empty"].ToString());
        return await desk.OpenAsync(Own, Code, Aborted) switch
        {
            DeskOutcome.Opened(var opening) => Next(SupportLinks.Person(opening)),
            DeskOutcome.Unknown => Problem(nameof(Code), text["support.code.unknown"].ToString()),
            DeskOutcome.Refused(var conflict) => Problem(nameof(Code), text[DeskWords.Of(conflict)].ToString()),
            DeskOutcome.TooMany(var time) => new ErrorResult(ErrorView.TooManyTries(time)),
            _ => throw new UnreachableException(),
        };
    }
}
