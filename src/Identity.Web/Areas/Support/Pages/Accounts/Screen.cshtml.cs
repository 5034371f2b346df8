using System.Diagnostics;
using Identity.Domain.Credentials;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Screens;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>
/// S7: the caller reads out the number on their screen, and this account is connected to it, with what they tell filled in. They
/// confirm it there.
/// </summary>
[Needs(Permission.Act)]
internal sealed class ScreenModel(AccountFiles files, AttendedScreens screens, Text text) : AccountPage(files)
{
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>What they say they lost.</summary>
    [BindProperty]
    public string? Lost { get; set; }

    /// <summary>What they say they can show.</summary>
    [BindProperty]
    public string? Has { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var lost = Enum.TryParse<LostThing>(Lost, out var said) && RecoverWords.Losses.Contains(said) ? said : (LostThing?)null;
        if (lost is null)
            ModelState.AddModelError(nameof(Lost), text["support.screen.noLost"].ToString());
        if (OneTimeCode.Read(Number) is not CodeReading.Read)
            ModelState.AddModelError(nameof(Number), text["support.screen.unknown"].ToString());
        if (lost is null || !ModelState.IsValid)
            return Page();

        var has = Enum.TryParse<RecoveryProofs>(Has, out var told) && RecoverWords.InOrder.Contains(told) ? told : RecoveryProofs.None;
        return await screens.JoinAsync(Own, Look, Number, new FilledIn(lost.Value, has), Aborted) switch
        {
            JoinOutcome.Joined => Next(SupportLinks.Screen(Look), "support.screen.joined"),
            JoinOutcome.Unknown => Problem(nameof(Number), text["support.screen.unknown"].ToString()),
            JoinOutcome.TooMany => Problem(nameof(Number), text["support.screen.tooMany"].ToString()),
            JoinOutcome.Over => Next(SupportLinks.Find),
            _ => throw new UnreachableException(),
        };
    }
}
