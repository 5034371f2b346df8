using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Cases;

/// <summary>S8: a case and its checklist. Its account is opened by a look like any other, for which the case is the reason.</summary>
[Needs(Permission.Find)]
internal sealed class IndexModel(CaseBook book, CaseWork work, AccountLookup lookup, Text text) : SupportPage
{
    [FromRoute(Name = "reference")]
    public string Reference { get; set; } = "";

    [BindProperty]
    public string? Words { get; set; }

    public CaseView Case { get; private set; } = null!; // Set before the page is shown.

    public bool MayTake => Case is { ClosedAt: null, Holder: null } && Own.May(Permission.Act);

    public bool MayWork => Case is { ClosedAt: null, IsTheirs: true };

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostTakeAsync() => await work.TakeAsync(Own, Reference, Aborted) is var outcome and not CaseOutcome.Done
        ? await RefuseAsync(text[CaseWords.Of(outcome)].ToString())
        : Next(SupportLinks.Case(Reference), "support.case.done");

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!ReasonWords.Suffice(Words))
            return await RefuseAsync(text["support.find.noWords"].ToString());
        return await lookup.FindAsync(Own, new LookRequest(LookBy.Case, Reference, LookReason.Case, Words?.Trim() ?? ""), Aborted) switch
        {
            LookOutcome.Opened(var look) => Next(SupportLinks.Account(look)),
            LookOutcome.OwnAccount => await RefuseAsync(text["support.find.own"].ToString()),
            LookOutcome.Flagged => await RefuseAsync(text["support.find.flagged"].ToString()),
            LookOutcome.TooMany(var time) => new ErrorResult(ErrorView.TooManyTries(time)),
            _ => await RefuseAsync(text["support.case.isClosed"].ToString()),
        };
    }

    private async Task<IActionResult> RefuseAsync(string words)
    {
        ModelState.AddModelError(nameof(Words), words);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await book.FindAsync(Own, Reference, Aborted) is not { } found)
            return new ErrorResult(ErrorView.NotFound);
        Case = found;
        return Page();
    }
}
