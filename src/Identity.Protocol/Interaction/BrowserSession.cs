using Identity.Domain.Journeys;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.Interaction;

/// <summary>Who is signed in at the browser that sent a request.</summary>
public sealed class BrowserSession(SessionStore sessions, TimeProvider clock)
{
    private static readonly object Looked = new();

    /// <returns>The living session of this browser, or null. Looked up once a request.</returns>
    public async Task<Session?> FindAsync(HttpContext context)
    {
        if (context.Items.TryGetValue(Looked, out var known))
            return (Session?)known;

        var key = BrowserCookies.Read(context, BrowserCookies.Session);
        var session = key is null ? null : await sessions.FindAsync(key, context.RequestAborted);
        context.Items[Looked] = session;
        return session;
    }

    /// <returns>The session that this request has already found; null when nobody asked, or there is none.</returns>
    public static Session? Known(HttpContext context) => context.Items.TryGetValue(Looked, out var known) ? (Session?)known : null;

    /// <summary>Whether this request had to do with a session: it looked for one, began one or ended one.</summary>
    internal static bool WasLookedUp(HttpContext context) => context.Items.ContainsKey(Looked);

    /// <summary>Signs a citizen in at this browser by one proof made just now, with a new key; what was signed in before ends.</summary>
    public Task<Session> SignInAsync(HttpContext context, Guid account, ProofMethod method) =>
        SignInAsync(context, account, Proofs.Of(new Proof(method, clock.GetUtcNow())));

    /// <summary>Signs a citizen in at this browser, with a new key; what was signed in before ends.</summary>
    /// <param name="context">The request that proved it.</param>
    /// <param name="account">Who they are.</param>
    /// <param name="proofs">How they proved it.</param>
    public async Task<Session> SignInAsync(HttpContext context, Guid account, Proofs proofs) =>
        Keep(context, await sessions.StartAsync(account, proofs, await FindAsync(context), UserAgent.Describe(context.Request.Headers.UserAgent), context.RequestAborted));

    /// <summary>Adds what the citizen who is signed in at this browser proved just now.</summary>
    /// <returns>Null when the session has ended meanwhile.</returns>
    public async Task<Session?> ConfirmAsync(HttpContext context, Session session, ProofMethod method) =>
        await sessions.ConfirmAsync(session, method, context.RequestAborted) is { } confirmed ? Keep(context, confirmed) : null;

    /// <summary>Ends the session of this browser, everywhere. Does nothing when there is none.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } session)
            await sessions.EndAsync(session, context.RequestAborted);
        BrowserCookies.Delete(context, BrowserCookies.Session);
        context.Items[Looked] = null;
    }

    private static Session Keep(HttpContext context, StartedSession started)
    {
        BrowserCookies.Write(context, BrowserCookies.Session, started.Key);
        context.Items[Looked] = started.Session;
        return started.Session;
    }

    /// <summary>The value that binds journeys to this browser; given a cookie when it has none.</summary>
    public static string Bind(HttpContext context)
    {
        if (Bound(context) is { } known)
            return known;

        var fresh = JourneyStore.NewBrowser();
        BrowserCookies.Write(context, BrowserCookies.Browser, fresh);
        return fresh;
    }

    /// <returns>The value of this browser, or null when it has sent none: it is new here, or refuses cookies.</returns>
    public static string? Bound(HttpContext context) =>
        BrowserCookies.Read(context, BrowserCookies.Browser) is { Length: 43 } known ? known : null;
}
