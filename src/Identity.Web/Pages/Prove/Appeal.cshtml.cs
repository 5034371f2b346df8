using Identity.Domain.Support.Cases;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>Whoever thinks that a proof should not have come to nothing asks a person to look at it, and sees when they are answered.</summary>
internal sealed class AppealModel(ProveStep step, Appeals appeals, Text text) : ProvePage(step)
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What was asked and has no answer yet.</summary>
    public Appeal? Appeal { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Appeal = await appeals.FindAsync(Found.Session.AccountId, Aborted);
        return Appeal is not null || await appeals.MayAskAsync(Found.Session.AccountId, Aborted) ? Page() : Next(Url.Prove(Journey));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var words = Words?.Trim() ?? "";
        if (words.Length == 0)
            return Problem(nameof(Words), text["prove.appeal.noWords"].ToString());
        if (words.Length > Appeals.MostWords)
            return Problem(nameof(Words), text["prove.appeal.long", ("most", Appeals.MostWords)].ToString());
        return await appeals.AskAsync(Found.Session, words, Aborted) is null ? Next(Url.Prove(Journey)) : Next(Url.Appeal(Journey));
    }
}
