using System.Diagnostics;
using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Lookup;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>The memory of one way back, for as long as it may have to wait; it opens in the browser that began it.</summary>
internal sealed class RecoverJourney(JourneyStore journeys, SupportReferences references)
{
    private const string Kind = "recover";
    private static readonly TimeSpan Life = TimeSpan.FromDays(8);

    /// <returns>The key of a new one.</returns>
    public async Task<string> BeginAsync(HttpContext context, LostThing lost, Disavowed? disavowed = null) => (await journeys.BeginAsync<RecoverState>(
        Kind, BrowserSession.Bind(context), new RecoverState.Begun(lost) { Disavowed = disavowed }, Life, context.RequestAborted)).Key;

    public Task<Journey<RecoverState>?> FindAsync(HttpContext context, string key) =>
        journeys.FindAsync<RecoverState>(Kind, key, BrowserSession.Bound(context), context.RequestAborted);

    /// <summary>Stores the next stage. Of two tabs the first counts.</summary>
    public async Task SaveAsync(HttpContext context, Journey<RecoverState> journey, RecoverState state) =>
        await journeys.SaveAsync(journey, state with { Disavowed = journey.State.Disavowed, Runs = journey.State.Runs, Has = journey.State.Has }, Life, context.RequestAborted);

    /// <summary>Stores a verification that they began, for as long as it may take and wait after that.</summary>
    /// <returns>Whether it is kept; not when another tab went on in the meantime.</returns>
    public async Task<bool> AddAsync(HttpContext context, Journey<RecoverState> journey, Guid run, TimeSpan life) =>
        await journeys.SaveAsync(journey, journey.State with { Runs = [.. journey.State.Runs, run] }, life + Life, context.RequestAborted) is not null;

    /// <summary>Stores that it was enough, with a reference to read out to support.</summary>
    public async Task OpenAsync(HttpContext context, Journey<RecoverState> journey, Guid account, Guid recovery)
    {
        var reference = SupportReferences.Create();
        await references.KeepAsync(reference, account, context.RequestAborted);
        await SaveAsync(context, journey, new RecoverState.Opened(journey.State.Lost, account, recovery, reference));
    }

    public Task<bool> EndAsync(HttpContext context, string key) => journeys.EndAsync(Kind, key, context.RequestAborted);

    /// <summary>The page a stage is at.</summary>
    public static string Page(IUrlHelper url, string key, RecoverState state) => state switch
    {
        RecoverState.Begun => url.RecoverWho(key),
        RecoverState.Named or RecoverState.Proving => url.RecoverHow(key),
        RecoverState.Opened => url.RecoverWait(key),
        _ => throw new UnreachableException(),
    };
}
