using Identity.Domain.Accounts;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Journeys;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.Home;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>
/// Keeps the secret that an app is being told, so that it is the same after a wrong code and a reload. It is sealed, and
/// opens for the browser and the session that began.
/// </summary>
internal sealed class SetUpJourney(Confirmation confirmation, AccountStore accounts, AuthenticatorApps apps, JourneyStore journeys)
{
    private const string Kind = "authenticator-app";

    // Time to find an app and install it.
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    internal sealed record State(Guid Session, string Secret);

    internal sealed record Found(Session Session, KnownAccount Account, AppSecret Secret);

    /// <returns>Where the person is, or where they belong instead: a set-up of their own begins when this is none of theirs.</returns>
    public async Task<(Found? Found, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url, string key)
    {
        var context = url.ActionContext.HttpContext;
        var (session, elsewhere) = await confirmation.RequireAsync(url, url.SetUpApp(key.Length > 0 ? key : null));
        if (session is null || await accounts.FindAsync(session.AccountId, context.RequestAborted) is not { } account)
            return (null, elsewhere ?? JourneyPage.Next(url.Home()));
        if (await apps.HasAsync(account.Id, context.RequestAborted))
            return (null, JourneyPage.Next(url.RemoveApp()));

        if (await journeys.FindAsync<State>(Kind, key, BrowserSession.Bound(context), context.RequestAborted) is { State: var state } && state.Session == session.Id)
            return (new(session, account, AppSecret.FromBase32(state.Secret)), null);
        var begun = await journeys.BeginAsync(
            Kind, BrowserSession.Bind(context), new State(session.Id, AppSecret.Create().Base32), Life, context.RequestAborted);
        return (null, JourneyPage.Next(url.SetUpApp(begun.Key)));
    }

    /// <summary>The app knows its secret: nobody sees it again.</summary>
    public Task EndAsync(string key, CancellationToken cancellationToken) => journeys.EndAsync(Kind, key, cancellationToken);
}
