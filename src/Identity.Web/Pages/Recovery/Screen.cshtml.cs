using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Screens;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>
/// For whoever is with somebody of the staff, on the line or at a desk: a number to read out, and the question whether it was they
/// who read it. That ties their account to this screen, and opens nothing by itself.
/// </summary>
internal sealed class ScreenModel(RecoverJourney journeys, RecoverStep step, AttendedScreens screens) : JourneyPage
{
    /// <summary>The number that this screen shows.</summary>
    [TempData(Key = "support-screen")]
    public string? Shown { get; set; }

    /// <summary>In two groups, as it is read out.</summary>
    public string Number => Shown is { Length: 6 } digits ? $"{digits[..3]} {digits[3..]}" : "";

    /// <summary>What somebody has connected, and filled in for them.</summary>
    public JoinedScreen? Joined { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is null)
            return DeadEnd();
        Joined = await screens.FindJoinedAsync(Journey, HttpContext.RequestAborted);
        if (Joined is null)
            TempData.Keep("support-screen");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is null)
            return DeadEnd();
        Shown = await screens.ShowAsync(Journey, HttpContext.RequestAborted);
        return Next(Url.RecoverScreen(Journey));
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (await FindAsync() is not { } journey)
            return DeadEnd();
        return await screens.ConfirmAsync(Journey, HttpContext.RequestAborted) is { } confirmed
            ? await step.ShownAsync(Url, journey with { State = journey.State.Filled(confirmed.Filled) }, confirmed.Account, RecoveryProofs.Attended)
            : Next(Url.RecoverScreen(Journey));
    }

    private Task<Journey<RecoverState>?> FindAsync() => journeys.FindAsync(HttpContext, Journey);
}
