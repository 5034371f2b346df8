using System.Diagnostics;
using Identity.Domain.Journeys;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>The memory of one account being created, within the interaction that led here and under its key.</summary>
internal sealed class CreateJourney(JourneyStore journeys)
{
    private const string Kind = "create";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public Task<Journey<CreateState>?> FindAsync(HttpContext context, string key) =>
        journeys.FindAsync<CreateState>(Kind, key, BrowserSession.Bound(context), context.RequestAborted);

    /// <summary>Stores the next stage. Of two tabs the first counts; the other sees what is stored.</summary>
    public async Task SaveAsync(HttpContext context, string key, CreateState state)
    {
        if (await FindAsync(context, key) is { } journey)
            await journeys.SaveAsync(journey, state, context.RequestAborted);
        else
            await journeys.BeginAsync(Kind, key, BrowserSession.Bind(context), state, Life, context.RequestAborted);
    }

    /// <summary>The page a stage is at.</summary>
    public static string Page(IUrlHelper url, string key, CreateState? state) => state switch
    {
        null => url.CreateEmail(key),
        CreateState.CodeSent => url.CreateCode(key),
        CreateState.EmailConfirmed or CreateState.Named => url.CreatePassword(key),
        CreateState.Created => url.CreateName(key),
        _ => throw new UnreachableException(),
    };
}
