using System.ComponentModel.DataAnnotations;
using Identity.Domain.Recovery;
using Identity.Web.Locales;
using Identity.Web.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>R1: what have you lost?</summary>
internal sealed class IndexModel(RecoverJourney journeys, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = RecoverProblems.LostMissing)]
    [StringLength(16, ErrorMessage = RecoverProblems.LostMissing)]
    public string? Chosen { get; set; }

    /// <summary>What the page they come from knows already.</summary>
    public void OnGet([FromQuery(Name = "lost")] LostThing? lost) => Chosen ??= lost is { } known && RecoverWords.Losses.Contains(known) ? known.ToString() : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        return Enum.TryParse<LostThing>(Chosen, out var lost) && RecoverWords.Losses.Contains(lost)
            ? Next(Url.RecoverWho(await journeys.BeginAsync(HttpContext, lost)))
            : Problem(nameof(Chosen), text[RecoverProblems.LostMissing].ToString());
    }
}
