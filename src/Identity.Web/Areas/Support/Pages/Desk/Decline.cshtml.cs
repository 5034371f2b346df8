using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Desk;

/// <summary>S11: that it cannot be said who stands there. It ends what they came for; they are told that it did, and not why.</summary>
[Needs(Permission.Desk, Fresh = true)]
internal sealed class DeclineModel(DeskDecisions desk, Text text) : DeskPage(desk, text)
{
    [BindProperty]
    public string? Doubt { get; set; }

    public async Task<IActionResult> OnPostAsync() => Enum.TryParse<DeskDoubt>(Doubt, out var doubt) && Enum.IsDefined(doubt)
        ? await DecideAsync(new DeskFinding.Declined(doubt), nameof(Doubt))
        : Problem(nameof(Doubt), Says["support.doubt.none"].ToString());
}
