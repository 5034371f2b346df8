using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S4: an account, masked, to the one who looked for it and for as long as the look lasts.</summary>
[Needs(Permission.Find)]
internal sealed class IndexModel(AccountFiles files, CaseBook book, CaseWork work, Text text) : AccountPage(files)
{
    /// <summary>Holds a value that was just asked for, for the one page that shows it.</summary>
    public const string Revealed = "support-revealed";

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? FollowWords { get; set; }

    public string? Shown { get; private set; }

    /// <summary>The reference of the case of this look, if there is one.</summary>
    public string? Case { get; private set; }

    public bool MayReveal => Own.May(Permission.Reveal);

    public bool MayAct => Own.May(Permission.Act);

    public bool MayFlag => Own.May(Permission.Flag);

    public void OnGet() => Shown = TempData[Revealed] as string;

    protected override async Task<bool> IsThereAsync()
    {
        Case = await book.OfLookAsync(Look, Aborted);
        return true;
    }

    public async Task<IActionResult> OnPostFollowUpAsync()
    {
        if (!MayAct)
            return new ErrorResult(ErrorView.Refused);
        if (!ReasonWords.Suffice(FollowWords))
            return Problem(nameof(FollowWords), text["support.find.noWords"].ToString());

        var opened = await work.OpenAsync(Own, Look, FollowWords?.Trim() ?? "", Aborted);
        return Next(opened is null ? SupportLinks.Account(Look) : SupportLinks.Case(opened), "support.case.done");
    }

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
