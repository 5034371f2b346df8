using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>When they get back in, or why they do not. Every known channel has been told and can cancel until then.</summary>
internal sealed class WaitModel(RecoverJourney journeys, Recoveries recoveries, TimeProvider clock) : JourneyPage
{
    /// <summary>When it opens.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>What support finds it by.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Whether somebody who was told of it said no.</summary>
    public bool IsCancelled { get; private set; }

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    /// <summary>Whoever began it changes their mind.</summary>
    public async Task<IActionResult> OnPostCancelAsync()
    {
        var (found, elsewhere) = await FindAsync();
        if (found is null)
            return elsewhere ?? DeadEnd();
        await recoveries.CancelAsync(found.AccountId, "owner", HttpContext.RequestAborted);
        return Next(Url.RecoverWait(Journey));
    }

    private async Task<(RecoveryCase? Found, IActionResult? Elsewhere)> FindAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return (null, DeadEnd());
        if (journey.State is not RecoverState.Opened opened || await recoveries.FindAsync(opened.Recovery, HttpContext.RequestAborted) is not { } found)
            return (null, Done(RecoverJourney.Page(Url, Journey, journey.State)));

        (Until, IsCancelled, Reference) = (found.ReadyAt, found.Ending is RecoveryEnding.Cancelled, opened.Reference);
        var now = clock.GetUtcNow();
        if (found.IsOpen(now))
            return found.ReadyAt <= now ? (null, Next(Url.RecoverFinish(Journey))) : (found, null);
        // What is over is begun again; what was cancelled says so first.
        return IsCancelled ? (found, null) : (null, DeadEnd());
    }
}
