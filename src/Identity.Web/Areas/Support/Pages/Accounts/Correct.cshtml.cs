using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Verification;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Components;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S5: a detail is corrected by what was seen. An e-mail address is first shown to be read by whoever calls.</summary>
[Needs(Permission.Act, Fresh = true)]
internal sealed class CorrectModel(AccountFiles files, CallerChecks checks, Acting acting, Text text, TimeProvider clock) : AccountPage(files)
{
    [FromRoute(Name = "detail")]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? TheirFirst { get; set; }

    [BindProperty]
    public string? TheirLast { get; set; }

    [BindProperty]
    public DateParts Born { get; set; } = new();

    [BindProperty]
    public bool InPart { get; set; }

    [BindProperty]
    public string? NewEmail { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public CorrectedDetail Detail { get; private set; } = null!; // Set before a handler runs.

    /// <summary>What the caller is told, when a code was just sent to the new address.</summary>
    public string? Number { get; private set; }

    public string CallerPage => acting.CallerPage.ToString();

    protected override async Task<bool> IsThereAsync()
    {
        Detail = CorrectedDetail.Of(Name, await Files.PhonesAsync(Own, Look, Aborted))!; // No page is shown without.
        return Detail is not null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (correction, field, wrong) = Detail.Read(new(TheirFirst, TheirLast, Born, InPart, NewEmail, Evidence), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (correction is null)
            return Problem(field, text[wrong].ToString());
        if (!ReasonWords.Suffice(Words))
            return Problem(nameof(Words), text["support.find.noWords"].ToString());

        var outcome = await acting.ActAsync(Own, Look, new ActionRequest(Detail.Action, Detail.Phone, Words?.Trim() ?? "") { Correction = correction }, Aborted);
        if (outcome is ActOutcome.AddressUnknown && correction.Email is { } address && (Number = await checks.BeginAddressAsync(Own, Look, address, Aborted)) is not null)
            return Page();
        return outcome is ActOutcome.Over ? Next(SupportLinks.Find)
            : Acting.News(outcome) is { } news ? Next(SupportLinks.Account(Look), news)
            : Problem(nameof(Words), text[outcome is ActOutcome.AddressUnknown ? "support.correct.enough" : Acting.Problem(outcome)].ToString());
    }
}
