using System.Diagnostics;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Screens;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S7: the caller reads out the number on their screen, and this account is connected to it. They confirm it there.</summary>
[Needs(Permission.Act)]
internal sealed class ScreenModel(AccountFiles files, AttendedScreens screens, Text text) : AccountPage(files)
{
    [BindProperty]
    public string? Number { get; set; }

    public async Task<IActionResult> OnPostAsync() => await screens.JoinAsync(Own, Look, Number, Aborted) switch
    {
        JoinOutcome.Joined => Next(SupportLinks.Screen(Look), "support.screen.joined"),
        JoinOutcome.Unknown => Problem(nameof(Number), text["support.screen.unknown"].ToString()),
        JoinOutcome.TooMany => Problem(nameof(Number), text["support.screen.tooMany"].ToString()),
        JoinOutcome.Over => Next(SupportLinks.Find),
        _ => throw new UnreachableException(),
    };
}
