using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;

namespace Identity.Web.Pages.Shared;

/// <summary>
/// When the person who looks at a page will be signed out, so that they are told before (WCAG 2.2 §2.2.1). With script a
/// warning appears five minutes ahead, with a way to stay; without, the page says the time.
/// </summary>
internal sealed class Leaving(SessionStore sessions, TimeProvider clock)
{
    public const string StayUrl = "/session/stay";

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    internal sealed record Notice(int Seconds, int Warning, DateTimeOffset At);

    /// <returns>Null on a page that does not depend on who is signed in.</returns>
    public Notice? For(HttpContext context)
    {
        if (BrowserSession.Known(context) is not { } session)
            return null;

        var left = sessions.Left(session);
        // Two and a half minutes of the shortest session there may be.
        var warning = left / 2 < Ahead ? left / 2 : Ahead;
        return new Notice((int)left.TotalSeconds, (int)warning.TotalSeconds, clock.GetUtcNow() + left);
    }

    /// <summary>
    /// Counts as a use of the session, and says how many seconds are left. Another site cannot ask: its posts come without
    /// the cookie.
    /// </summary>
    public static async Task<IResult> StayAsync(HttpContext context, BrowserSession browser, SessionStore sessions) =>
        await browser.FindAsync(context) is { } session
            ? Results.Text(((int)sessions.Left(session).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
}
