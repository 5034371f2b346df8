using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>Who is on the pages on which somebody proves again who they are.</summary>
internal sealed class ReproofEntry(RecoverJourney journeys, RecoverStep step)
{
    internal sealed record Found(Journey<RecoverState> Journey, RecoveryAttempt Attempt);

    /// <returns>Nobody, and where they go instead.</returns>
    public async Task<(Found? Found, IActionResult? Elsewhere)> FindAsync(JourneyPage page)
    {
        if (await journeys.FindAsync(page.HttpContext, page.Journey) is not { } journey)
            return (null, page.DeadEnd());
        if (step.Attempt(page.HttpContext, journey) is not { } attempt)
            return (null, page.Done(RecoverJourney.Page(page.Url, page.Journey, journey.State)));
        return (await step.ChoicesAsync(journey.State, page.HttpContext.RequestAborted)).Contains(RecoveryProofs.Identity)
            ? (new Found(journey, attempt), null)
            : (null, JourneyPage.Next(page.Url.RecoverHow(page.Journey)));
    }
}
