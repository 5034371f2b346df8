using System.Diagnostics;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S2: one account, by something whole that the caller has told, and with a reason that the citizen will see.</summary>
[Needs(Permission.Find)]
internal sealed class FindModel(AccountLookup lookup, Text text) : SupportPage
{
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Whole { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        Read() is { } request ? Answer(await lookup.FindAsync(Own, request, Aborted)) : Page();

    private IActionResult Answer(LookOutcome outcome) => outcome switch
    {
        LookOutcome.Opened(var look) => Next(SupportLinks.Account(look)),
        LookOutcome.None => Problem(nameof(Whole), text["support.find.none"].ToString()),
        LookOutcome.OwnAccount => Problem(nameof(Whole), text["support.find.own"].ToString()),
        LookOutcome.Flagged => Problem(nameof(Whole), text["support.find.flagged"].ToString()),
        LookOutcome.TooMany(var time) => new ErrorResult(ErrorView.TooManyTries(time)),
        _ => throw new UnreachableException(),
    };

    private LookRequest? Read()
    {
        var by = Chosen<LookBy>(nameof(By), By, "support.find.noBy");
        var reason = Chosen<LookReason>(nameof(Reason), Reason, "support.find.noReason");
        if (Whole is null || Whole.Length is 0 or > 300)
            ModelState.AddModelError(nameof(Whole), text["support.find.noWhole"].ToString());
        if (!ReasonWords.Suffice(Words))
            ModelState.AddModelError(nameof(Words), text["support.find.noWords"].ToString());
        return ModelState.IsValid && by is { } found && reason is { } why ? new LookRequest(found, Whole ?? "", why, Words?.Trim() ?? "") : null;
    }

    private T? Chosen<T>(string field, string? value, string problem)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(value, out var chosen) && Enum.IsDefined(chosen))
            return chosen;
        ModelState.AddModelError(field, text[problem].ToString());
        return null;
    }
}
