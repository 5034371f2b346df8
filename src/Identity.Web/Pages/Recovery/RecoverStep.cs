using System.Diagnostics;
using Identity.Domain.Journeys;
using Identity.Domain.Limits;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>What somebody may show next, and what follows once they have.</summary>
internal sealed class RecoverStep(RecoverJourney journeys, RecoveryProver prover, Recoveries recoveries, HoldingsStore holdings, Text text)
{
    /// <returns>What can be shown. Before anything was, the same for every account: which has what is for its owner to know.</returns>
    public async Task<IReadOnlyList<RecoveryProofs>> ChoicesAsync(RecoverState state, CancellationToken cancellationToken)
    {
        var offered = prover.Kinds | RecoveryProofs.Passkey | (holdings.Provable ? RecoveryProofs.Identity : RecoveryProofs.None);
        var left = state is RecoverState.Proving proving
            ? (await holdings.OfAsync(proving.Account, cancellationToken)).Left(proving.Lost) & ~proving.Shown
            : RecoveryHoldings.Imaginable(state.Lost);
        return [.. RecoverWords.InOrder.Where(kind => (offered & left).HasFlag(kind))];
    }

    /// <summary>Where somebody stands who tries to show something, or null when they have not said which account.</summary>
    public RecoveryAttempt? Attempt(HttpContext context, Journey<RecoverState> journey) => journey.State switch
    {
        RecoverState.Named(_, var claim) => Attempt(context, journey.Key, claim),
        RecoverState.Proving(_, var claim, var account, _) => Attempt(context, journey.Key, claim) with { Owner = account },
        _ => null,
    };

    /// <summary>They showed something that is theirs.</summary>
    public async Task<IActionResult> ShownAsync(IUrlHelper url, Journey<RecoverState> journey, Guid account, RecoveryProofs kind)
    {
        var context = url.ActionContext.HttpContext;
        var before = journey.State as RecoverState.Proving;
        // Of two accounts nothing adds up.
        var shown = kind | (before?.Account == account ? before.Shown : RecoveryProofs.None);
        switch (await recoveries.TryAsync(account, journey.State.Lost, shown, context.RequestAborted))
        {
            case RecoveryProgress.NotEnough:
                var claim = before?.Claim ?? (journey.State as RecoverState.Named)?.Claim ?? "";
                await journeys.SaveAsync(context, journey, new RecoverState.Proving(journey.State.Lost, claim, account, shown));
                return JourneyPage.Next(url.RecoverHow(journey.Key));
            case RecoveryProgress.Waiting(var id, _):
                await journeys.OpenAsync(context, journey, account, id);
                return JourneyPage.Next(url.RecoverWait(journey.Key));
            case RecoveryProgress.Open(var id):
                await journeys.OpenAsync(context, journey, account, id);
                return JourneyPage.Next(url.RecoverFinish(journey.Key));
            case RecoveryProgress.TooMany(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case RecoveryProgress.Held(var reason):
                return new ErrorResult(ErrorView.AccountHeld(reason));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What was shown is weighed again: staff may have opened a way back since.</summary>
    /// <returns>The page at which they go on, or null when it is still not enough.</returns>
    public async Task<IActionResult?> AgainAsync(IUrlHelper url, Journey<RecoverState> journey)
    {
        if (journey.State is not RecoverState.Proving(var lost, _, var account, var shown))
            return null;
        var progress = await recoveries.TryAsync(account, lost, shown, url.ActionContext.HttpContext.RequestAborted);
        return progress is RecoveryProgress.Waiting or RecoveryProgress.Open ? await ShownAsync(url, journey, account, shown) : null;
    }

    private RecoveryAttempt Attempt(HttpContext context, string key, string claim) =>
        new(key, new RecoveryClaim(claim), Network.Of(context.Connection.RemoteIpAddress), text.Locale);
}
