using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>One value, whole, with a reason: it is written down, and the citizen sees that it was shown.</summary>
[Needs(Permission.Reveal, Fresh = true)]
internal sealed class RevealModel(AccountFiles files, Text text) : AccountPage(files)
{
    [BindProperty]
    public string? Field { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Enum.TryParse<HiddenField>(Field, out var field) || !Account.Fields.ContainsKey(field))
            ModelState.AddModelError(nameof(Field), text["support.reveal.noField"].ToString());
        if (!ReasonWords.Suffice(Words))
            ModelState.AddModelError(nameof(Words), text["support.find.noWords"].ToString());
        if (!ModelState.IsValid)
            return Page();

        TempData[IndexModel.Revealed] = await Files.RevealAsync(Own, Look, field, Words?.Trim() ?? "", Aborted);
        return Next(SupportLinks.Account(Look));
    }
}
