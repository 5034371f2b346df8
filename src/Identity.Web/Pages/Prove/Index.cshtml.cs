using Identity.Domain.Verification.Runs;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;
using Message = Identity.Web.Locales.Message;

namespace Identity.Web.Pages.Prove;

/// <summary>A verifier as it stands in a list of ways.</summary>
internal sealed record OfferedWay(VerifierWords Words, bool IsOpen)
{
    /// <summary>How long the outcome takes, when it takes days.</summary>
    public Message? Wait(Text text) => Words.Manifest.Wait >= TimeSpan.FromDays(1) ? text["prove.waits", ("days", (int)Words.Manifest.Wait.TotalDays)] : null;
}

/// <summary>The hub: what is needed and why, what is going on, the cheapest way and all others.</summary>
internal sealed class IndexModel(ProveStep step, VerificationRoutes routes, Verifications verifications, OfferedVerifiers offered) : ProvePage(step)
{
    public string Wanted { get; private set; } = "";

    public bool IsHeldBack { get; private set; }

    public IReadOnlyList<OfferedWay> Best { get; private set; } = [];

    public IReadOnlyList<OfferedWay> Others { get; private set; } = [];

    public IReadOnlyList<(VerificationRun Run, VerifierWords Words)> Going { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var explained = await routes.ExplainAsync(Found.Session.AccountId, Found.Level, Aborted);
        if (explained.IsReached && IsForApplication)
            return Next(Found.Interaction.ContinueUrl);

        Wanted = ProveWords.Of(Found.Level.Confidence);
        IsHeldBack = explained.Standing.IsHeldBack || explained.Standing.IsInConflict;
        var ways = explained.Ways.ToDictionary(way => way.Verifier.Manifest.Name, way => new OfferedWay(new VerifierWords(way.Verifier.Manifest), way.IsOpen));
        Best = explained.Plans is [var plan, ..] ? [.. plan.Verifiers.Select(name => ways[name])] : [];
        Others = [.. ways.Values.Except(Best)];
        Going = [.. from run in await verifications.OfAccountAsync(Found.Session.AccountId, Aborted)
            where run.Status is RunStatus.Running && run.Step is not null && offered.Find(run.Verifier) is not null
            select (run, new VerifierWords(offered.Find(run.Verifier)!.Manifest))]; // Filtered just before.
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (IsForApplication)
            await Step.LeaveAsync(Found, Aborted);
        return Next(Found.Interaction.ContinueUrl);
    }
}
