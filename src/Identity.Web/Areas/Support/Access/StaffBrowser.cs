using Identity.Domain.Support.Staff;
using Identity.Protocol.Interaction;

namespace Identity.Web.Areas.Support.Access;

/// <summary>Who of staff is signed in at the browser that sent a request. Its cookie is its own; a citizen's opens nothing here.</summary>
internal sealed class StaffBrowser(StaffSessions sessions)
{
    private const string Cookie = "support";

    private static readonly object Looked = new();

    /// <returns>The living session of this browser, or null. Looked up once a request.</returns>
    public async Task<StaffSession?> FindAsync(HttpContext context)
    {
        if (context.Items.TryGetValue(Looked, out var known))
            return (StaffSession?)known;

        var session = await sessions.FindAsync(BrowserCookies.Read(context, Cookie), context.RequestAborted);
        context.Items[Looked] = session;
        return session;
    }

    /// <returns>The session that this request has already found; null when there is none.</returns>
    public static StaffSession? Known(HttpContext context) => context.Items.TryGetValue(Looked, out var known) ? (StaffSession?)known : null;

    /// <summary>Signs this browser in; what was signed in before ends.</summary>
    public async Task SignInAsync(HttpContext context, string key)
    {
        if (await FindAsync(context) is { } before)
            await sessions.EndAsync(before, context.RequestAborted);
        BrowserCookies.Write(context, Cookie, key);
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } session)
            await sessions.EndAsync(session, context.RequestAborted);
        BrowserCookies.Keep(context, Cookie, "", TimeSpan.Zero);
    }
}
