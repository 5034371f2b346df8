using System.Globalization;
using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Desk;

/// <summary>S11: somebody's word that they know whoever stands before them.</summary>
[Needs(Permission.Desk, Fresh = true)]
internal sealed class VouchModel(DeskDecisions desk, Text text) : DeskPage(desk, text)
{
    private const int MostYears = 100;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Years { get; set; }

    /// <summary>Whether they are of one family, by one of two answers: neither is taken for granted.</summary>
    [BindProperty]
    public string? Family { get; set; }

    [BindProperty]
    public string? SameDetails { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var isNumber = int.TryParse(Years, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= MostYears;
        if (Words?.Trim().Length is not (>= LookRequest.FewestWords and <= LookRequest.MostWords))
            ModelState.AddModelError(nameof(Words), Says["support.find.noWords"].ToString());
        if (!isNumber)
            ModelState.AddModelError(nameof(Years), Says["support.vouch.noYears"].ToString());
        if (Family is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Family), Says["support.vouch.noFamily"].ToString());
        if (SameDetails != "true")
            ModelState.AddModelError(nameof(SameDetails), Says["support.document.unticked"].ToString());
        return ModelState.IsValid
            ? await DecideAsync(new DeskFinding.Vouched(Words?.Trim() ?? "", years, Family == "yes"), nameof(Family))
            : Page();
    }
}
