using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S4: an account, masked, to the one who looked for it and for as long as the look lasts.</summary>
[Needs(Permission.Find)]
internal sealed class IndexModel(AccountFiles files, Text text) : AccountPage(files)
{
    /// <summary>Holds a value that was just asked for, for the one page that shows it.</summary>
    public const string Revealed = "support-revealed";

    [BindProperty]
    public string? Words { get; set; }

    public string? Shown { get; private set; }

    public bool MayReveal => Own.May(Permission.Reveal);

    public bool MayAct => Own.May(Permission.Act);

    public bool MayFlag => Own.May(Permission.Flag);

    public void OnGet() => Shown = TempData[Revealed] as string;

    public async Task<IActionResult> OnPostFlagAsync()
    {
        if (!MayFlag)
            return new ErrorResult(ErrorView.Refused);
        if (!ReasonWords.Suffice(Words))
            return Problem(nameof(Words), text["support.find.noWords"].ToString());

        await Files.FlagAsync(Own, Look, !Account.IsFlagged, Words ?? "", Aborted);
        return Next(SupportLinks.Account(Look), "support.flag.done");
    }
}
