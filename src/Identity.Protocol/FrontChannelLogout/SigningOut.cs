using Identity.Domain.Journeys;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.FrontChannelLogout;

/// <summary>
/// OpenID Connect Front-Channel Logout 1.0: whoever signs out in a browser is shown a page that tells, by hidden frames, each
/// application which the session shared with. Not supported: telling of a session that ends elsewhere, because no page of this
/// browser is open then; the back channel tells of every end.
/// </summary>
public sealed class SigningOut
{
    internal const string Kind = "signed-out";

    /// <summary>As long as somebody may look at the page that says so.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly BrowserSession _browser;
    private readonly LogoutFrames _frames;
    private readonly JourneyStore _journeys;

    internal SigningOut(BrowserSession browser, LogoutFrames frames, JourneyStore journeys) => (_browser, _frames, _journeys) = (browser, frames, journeys);

    /// <summary>Ends the session of this browser, everywhere.</summary>
    /// <param name="context">The request that asked for it.</param>
    /// <param name="returnTo">Where the person is to go afterwards, checked; null to stay.</param>
    /// <returns>The page that comes next: where they are to go, unless an application has to be told by frame first.</returns>
    public async Task<string> SignOutAsync(HttpContext context, string? returnTo)
    {
        var frames = await _browser.FindAsync(context) is { } session ? await _frames.OfAsync(session, context.RequestAborted) : [];
        await _browser.SignOutAsync(context);
        if (frames.Count == 0)
            return returnTo ?? InteractionPages.SignedOut;

        var journey = await _journeys.BeginAsync(Kind, BrowserSession.Bind(context), new SignedOutState(frames, returnTo), Life, context.RequestAborted);
        return InteractionPages.Telling(journey.Key);
    }

    /// <returns>What the page shows, or null when it is over, unknown, or another browser's.</returns>
    public async Task<SignedOutState?> FindAsync(HttpContext context, string? key) =>
        (await _journeys.FindAsync<SignedOutState>(Kind, key, BrowserSession.Bound(context), context.RequestAborted))?.State;
}
