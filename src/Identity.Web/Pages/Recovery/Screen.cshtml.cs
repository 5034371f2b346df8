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

    /// <summary>Whether somebody has connected an account.</summary>
    public bool IsJoined { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is null)
            return DeadEnd();
        IsJoined = await screens.IsJoinedAsync(Journey, HttpContext.RequestAborted);
        if (!IsJoined)
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
        return await screens.ConfirmAsync(Journey, HttpContext.RequestAborted) is { } account
            ? await step.ShownAsync(Url, journey, account, RecoveryProofs.Attended)
            : Next(Url.RecoverScreen(Journey));
    }

    private Task<Journey<RecoverState>?> FindAsync() => journeys.FindAsync(HttpContext, Journey);
}
