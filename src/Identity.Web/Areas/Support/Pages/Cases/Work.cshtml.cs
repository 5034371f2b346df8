using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Cases;

/// <summary>S8: whoever has a case writes a note, hands it on, or closes it.</summary>
[Needs(Permission.Act)]
internal sealed class WorkModel(CaseBook book, CaseWork work, Text text) : SupportPage
{
    public const string Note = "Note";
    public const string HandOn = "HandOn";

    // A sign has five letters.
    private const int LongestSign = 10;

    [FromRoute(Name = "reference")]
    public string Reference { get; set; } = "";

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Sign { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync() => await book.FindAsync(Own, Reference, Aborted) is null ? new ErrorResult(ErrorView.NotFound) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var ending = Enum.TryParse<CaseEnding>(Chosen, out var chosen) && Enum.IsDefined(chosen);
        if (!ending && Chosen is not (Note or HandOn))
            ModelState.AddModelError(nameof(Chosen), text["support.case.noWhat"].ToString());
        if (!ReasonWords.Suffice(Words))
            ModelState.AddModelError(nameof(Words), text["support.find.noWords"].ToString());
        if (Sign?.Length > LongestSign)
            ModelState.AddModelError(nameof(Sign), text["support.case.noColleague"].ToString());
        if (!ModelState.IsValid)
            return Page();

        var words = Words?.Trim() ?? "";
        var outcome = Chosen switch
        {
            Note => await work.NoteAsync(Own, Reference, words, Aborted),
            HandOn => await work.HandOnAsync(Own, Reference, Sign?.Trim() ?? "", words, Aborted),
            _ => await work.CloseAsync(Own, Reference, chosen, words, Aborted),
        };
        return outcome is CaseOutcome.Done
            ? Next(SupportLinks.Case(Reference), "support.case.done")
            : Problem(outcome is CaseOutcome.NoSuchColleague ? nameof(Sign) : nameof(Chosen), text[CaseWords.Of(outcome)].ToString());
    }
}
