using System.ComponentModel.DataAnnotations;
using Identity.Domain.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>Which account. What follows is the same whether there is one or not.</summary>
internal sealed class WhoModel(RecoverJourney journeys) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = RecoverProblems.WhoMissing)]
    [StringLength(RecoveryClaim.Longest, ErrorMessage = RecoverProblems.WhoTooLong)]
    public string? Identifier { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return DeadEnd();
        if (journey.State is RecoverState.Opened or RecoverState.Proving)
            return Done(RecoverJourney.Page(Url, Journey, journey.State));
        Identifier ??= (journey.State as RecoverState.Named)?.Claim;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return DeadEnd();
        if (journey.State is RecoverState.Opened or RecoverState.Proving)
            return Done(RecoverJourney.Page(Url, Journey, journey.State));
        if (!ModelState.IsValid)
            return Page();

        await journeys.SaveAsync(HttpContext, journey, new RecoverState.Named(journey.State.Lost, Identifier!)); // Required, so it is not null.
        return Next(Url.RecoverHow(Journey));
    }
}
