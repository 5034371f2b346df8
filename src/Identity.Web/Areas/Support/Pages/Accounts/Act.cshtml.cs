using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S5: what is done for a caller. What could take the account over is asked of a colleague whom the system draws.</summary>
[Needs(Permission.Act, Fresh = true)]
internal sealed class ActModel(AccountFiles files, UndeliveredMessages unsent, ProofFindings findings, Acting acting, Text text) : AccountPage(files)
{
    [FromQuery(Name = "cannotSignIn")]
    public bool CannotSignIn { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<ActionChoice> Choices { get; private set; } = [];

    /// <summary>The details that can be corrected, and what each is called.</summary>
    public IReadOnlyList<(string Detail, Message Words)> Corrections { get; private set; } = [];

    protected override async Task<bool> IsThereAsync()
    {
        Choices = [.. ActionChoice.Of(Account, await Files.PasskeysAsync(Own, Look, Aborted), await unsent.ListAsync(Own, Look, Aborted), await findings.ListAsync(Own, Look, Aborted))];
        Corrections = CorrectedDetail.Links(text, await Files.PhonesAsync(Own, Look, Aborted));
        return true;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var choice = Choices.FirstOrDefault(each => each.Value == Chosen);
        if (choice is null)
            ModelState.AddModelError(nameof(Chosen), text["support.act.noChoice"].ToString());
        if (!ReasonWords.Suffice(Words))
            ModelState.AddModelError(nameof(Words), text["support.find.noWords"].ToString());
        if (choice is null || !ModelState.IsValid)
            return Page();

        var outcome = await acting.ActAsync(Own, Look, new ActionRequest(choice.Action, choice.Target, Words?.Trim() ?? "") { CannotSignIn = CannotSignIn }, Aborted);
        return outcome is ActOutcome.Over ? Next(SupportLinks.Find)
            : Acting.News(outcome) is { } news ? Next(SupportLinks.Account(Look), news)
            : Problem(nameof(Chosen), text[Acting.Problem(outcome)].ToString());
    }
}
