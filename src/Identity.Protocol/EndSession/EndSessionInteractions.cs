using Identity.Domain.Journeys;
using Identity.Protocol.FrontChannelLogout;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.EndSession;

/// <summary>The door between the end-session endpoint and the page that asks whether to sign out.</summary>
public sealed class EndSessionInteractions(JourneyStore journeys, SigningOut signingOut)
{
    internal const string Kind = "end-session";

    /// <returns>What waits, or null when it is over, unknown, or another browser's.</returns>
    public async Task<EndSessionState?> FindAsync(HttpContext context, string? key) =>
        (await journeys.FindAsync<EndSessionState>(Kind, key, BrowserSession.Bound(context), context.RequestAborted))?.State;

    /// <summary>The person said yes: ends the session.</summary>
    /// <returns>The page that comes next.</returns>
    public async Task<string> SignOutAsync(HttpContext context, string key, EndSessionState asked)
    {
        var next = await signingOut.SignOutAsync(context, asked.ReturnTo);
        await journeys.EndAsync(Kind, key, context.RequestAborted);
        return next;
    }

    internal Task<Journey<EndSessionState>> BeginAsync(HttpContext context, EndSessionState state) =>
        journeys.BeginAsync(Kind, BrowserSession.Bind(context), state, Interactions.Life, context.RequestAborted);
}
