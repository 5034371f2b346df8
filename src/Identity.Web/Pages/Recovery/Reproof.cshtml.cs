using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Verification.Runs;
using Identity.Web.Pages.Prove;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>The ways in which they can prove again who they are, and whether what they proved is enough. It never says why it is not.</summary>
internal sealed class ReproofModel(RecoverJourney journeys, RecoverStep step, ReproofEntry entry, ByIdentity identity, Verifications verifications) : JourneyPage
{
    public IReadOnlyList<OfferedWay> Ways { get; private set; } = [];

    public IReadOnlyList<(VerificationRun Run, OfferedWay Way)> Going { get; private set; } = [];

    /// <summary>Whether they proved something, and it leads nowhere.</summary>
    public bool IsNotEnough { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (found, elsewhere) = await entry.FindAsync(this);
        if (found is null)
            return elsewhere ?? DeadEnd();

        var runs = new List<VerificationRun>();
        foreach (var id in found.Journey.State.Runs)
        {
            if (await verifications.FindAsync(id, new RunHolder.Recovery(Journey), HttpContext.RequestAborted) is { } run)
                runs.Add(run);
        }

        IsNotEnough = runs.Any(run => run.Status is RunStatus.Proven);
        if (IsNotEnough && await identity.CheckAsync(found.Attempt, found.Journey.State.Runs, HttpContext.RequestAborted) is ShowOutcome.Shown(var account))
            return await GoOnAsync(found, account);

        Ways = [.. (await identity.WaysAsync(HttpContext.RequestAborted)).Select(way => new OfferedWay(new VerifierWords(way.Verifier.Manifest), way.IsOpen))];
        Going = [.. from run in runs
            where run.Status is RunStatus.Running && run.Step is not null
            from way in Ways
            where way.Words.Manifest.Name == run.Verifier
            select (run, way)];
        return Page();
    }

    private async Task<IActionResult> GoOnAsync(ReproofEntry.Found found, Guid account)
    {
        var next = await step.ShownAsync(Url, found.Journey, account, RecoveryProofs.Identity);
        if (await journeys.FindAsync(HttpContext, Journey) is { State: RecoverState.Opened })
            await identity.ForgetAsync(found.Attempt, found.Journey.State.Runs, HttpContext.RequestAborted);
        return next;
    }
}
