using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S10: looks that were drawn, for a colleague of whoever looked to read.</summary>
[Needs(Permission.Watch)]
internal sealed class ReviewsModel(LookReviews reviews, Text text) : SupportPage
{
    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<DrawnLook> Waiting { get; private set; } = [];

    public async Task OnGetAsync() => Waiting = await reviews.WaitingAsync(Own, Aborted);

    public Task<IActionResult> OnPostInOrderAsync([FromForm(Name = "Look")] string? look) => ReviewAsync(look, inOrder: true);

    public Task<IActionResult> OnPostNotInOrderAsync([FromForm(Name = "Look")] string? look) => ReviewAsync(look, inOrder: false);

    private async Task<IActionResult> ReviewAsync(string? look, bool inOrder)
    {
        // What is not in order has to be said why.
        if (!inOrder && !ReasonWords.Suffice(Words))
            return Problem(nameof(Words), text["support.find.noWords"].ToString());
        return Guid.TryParse(look, out var id) && await reviews.ReviewAsync(Own, id, inOrder, Words?.Trim() ?? "", Aborted)
            ? Next(SupportLinks.Reviews, "support.reviews.done")
            : Next(SupportLinks.Reviews, "support.requests.not");
    }
}
