using Identity.Domain.Verification.Runs;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>Where a browser comes back to that a verifier sent away. What it brought works once, for the one it was made for.</summary>
internal sealed class BackModel(BrowserSession browser, RecoverJourney recoveries, Verifications verifications) : JourneyPage
{
    /// <summary>Remembers which journey a browser was on when it was sent away.</summary>
    public const string Key = "prove-journey";

    /// <summary>The same for a way back into an account.</summary>
    public const string RecoveryKey = "recover-journey";

    /// <summary>The same for a device that took a proof over.</summary>
    public const string HereKey = "prove-here";

    /// <summary>What has just happened, by the key of its words; said once.</summary>
    public const string News = "prove-news";

    private const string State = "state";

    public async Task<IActionResult> OnGetAsync()
    {
        if (TempData[RecoveryKey] is string recovery && await recoveries.FindAsync(HttpContext, recovery) is not null)
            return await TakeAsync(new RunHolder.Recovery(recovery)) is { } found ? Next(Url.RecoverIdentityStep(recovery, found.Id)) : Next(Url.RecoverIdentity(recovery));

        if (TempData[HereKey] is true && BrowserSession.Bound(HttpContext) is { } device)
            return await TakeAsync(new RunHolder.Device(device)) is { } taken ? Next(Url.HereStep(taken.Id)) : Next(Url.Step("/Prove/HereDone"));

        var journey = TempData[Key] as string;
        if (await browser.FindAsync(HttpContext) is not { } session)
            return DeadEnd();
        var run = await TakeAsync(new RunHolder.Owner(session.AccountId));
        if (run is not null && journey is not null)
            return Next(Url.ProveStep(journey, run.Id));
        return journey is not null ? Next(Url.Prove(journey)) : Page();
    }

    private async Task<VerificationRun?> TakeAsync(RunHolder holder)
    {
        // RFC 9700 §4.7.1: a state that was never ours, or was used before, leads nowhere.
        var parameters = Request.Query.Where(pair => pair.Key != State && pair.Value.Count == 1).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return await verifications.CallbackAsync(Request.Query[State], holder, parameters, HttpContext.RequestAborted) switch
        {
            RunOutcome.Went(var went) => went,
            RunOutcome.AlreadyAnswered(var answered) => answered,
            RunOutcome.Failed(var failed) => failed,
            _ => null,
        };
    }
}
