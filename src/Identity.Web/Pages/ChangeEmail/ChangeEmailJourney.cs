using Identity.Domain.Accounts;
using Identity.Domain.Accounts.EmailChange;
using Identity.Domain.Credentials;
using Identity.Domain.Journeys;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ChangeEmail;

/// <summary>An address on its way to an account: sealed, and open to the browser and the session that began.</summary>
internal sealed class ChangeEmailJourney(Confirmation confirmation, EmailChanges changes, JourneyStore journeys, Text text)
{
    private const string Kind = "change-email";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    internal sealed record State(Guid Session, string Email);

    internal sealed record Found(Session Session, string Key, EmailAddress Email);

    public Task<(Session? Session, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url) => confirmation.RequireAsync(url, url.ChangeEmail());

    /// <returns>Where the person is, or where they belong instead.</returns>
    public async Task<(Found? Found, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url, string key)
    {
        var context = url.ActionContext.HttpContext;
        var (session, elsewhere) = await RequireAsync(url);
        if (session is null)
            return (null, elsewhere);
        return await journeys.FindAsync<State>(Kind, key, BrowserSession.Bound(context), context.RequestAborted) is { } journey && journey.State.Session == session.Id
            ? (new Found(session, key, EmailAddress.Parse(journey.State.Email)), null)
            : (null, JourneyPage.Next(url.ChangeEmail()));
    }

    /// <summary>Begins with an address, and sends the first code to it.</summary>
    public async Task<(string Key, SendOutcome Outcome)> BeginAsync(HttpContext context, Session session, EmailAddress email)
    {
        var journey = await journeys.BeginAsync(Kind, BrowserSession.Bind(context), new State(session.Id, email.Spelling), Life, context.RequestAborted);
        return (journey.Key, await changes.SendAsync(journey.Key, email, text.Locale, context.RequestAborted));
    }

    public Task<SendOutcome> SendAsync(Found found, CancellationToken cancellationToken) => changes.SendAsync(found.Key, found.Email, text.Locale, cancellationToken);

    public async Task<CodeOutcome> ConfirmAsync(Found found, OneTimeCode code, CancellationToken cancellationToken)
    {
        var outcome = await changes.ConfirmAsync(found.Session, found.Key, found.Email, code, cancellationToken);
        if (outcome is CodeOutcome.Confirmed)
            await journeys.EndAsync(Kind, found.Key, cancellationToken);
        return outcome;
    }
}
