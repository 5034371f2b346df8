using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Journeys;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Phones;

/// <summary>A number on its way to an account: sealed, and open to the browser and the session that began.</summary>
internal sealed class AddPhoneJourney(Confirmation confirmation, PhoneStore phones, PhoneCodes codes, JourneyStore journeys, Text text)
{
    private const string Kind = "add-phone";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    internal sealed record State(Guid Session, string Number, bool TakesTexts, MessageChannel Channel)
    {
        public PhoneNumber Phone() => new(Number, TakesTexts);
    }

    internal sealed record Found(Session Session, Journey<State> Journey);

    public Task<(Session? Session, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url) => confirmation.RequireAsync(url, url.AddPhone());

    /// <returns>Where the person is, or where they belong instead.</returns>
    public async Task<(Found? Found, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url, string key)
    {
        var context = url.ActionContext.HttpContext;
        var (session, elsewhere) = await RequireAsync(url);
        if (session is null)
            return (null, elsewhere);
        return await journeys.FindAsync<State>(Kind, key, BrowserSession.Bound(context), context.RequestAborted) is { } journey && journey.State.Session == session.Id
            ? (new Found(session, journey), null)
            : (null, JourneyPage.Next(url.AddPhone()));
    }

    /// <summary>Begins with a number, and sends the first code to it.</summary>
    /// <returns>The key of the journey when a code is on its way.</returns>
    public async Task<(string? Key, PhoneSendOutcome Outcome)> BeginAsync(HttpContext context, Session session, PhoneNumber number, MessageChannel channel)
    {
        var journey = await journeys.BeginAsync(
            Kind, BrowserSession.Bind(context), new State(session.Id, number.E164, number.TakesTexts, channel), Life, context.RequestAborted);
        var outcome = await SendAsync(context, journey, channel);
        return (outcome is PhoneSendOutcome.Sent ? journey.Key : null, outcome);
    }

    public async Task<PhoneSendOutcome> SendAsync(HttpContext context, Journey<State> journey, MessageChannel channel)
    {
        var outcome = await codes.SendAsync(
            journey.State.Phone(), channel, Use(journey), text.Locale, Network.Of(context.Connection.RemoteIpAddress), context.RequestAborted);
        if (outcome is PhoneSendOutcome.Sent(var used) && used != journey.State.Channel)
            await journeys.SaveAsync(journey, journey.State with { Channel = used }, context.RequestAborted);
        return outcome;
    }

    public Task<CodeOutcome> CheckAsync(Found found, OneTimeCode code, CancellationToken cancellationToken) =>
        codes.CheckAsync(found.Journey.State.Phone(), Use(found.Journey), code, cancellationToken);

    /// <summary>The code came back: the number is theirs.</summary>
    public async Task<PhoneAddOutcome> FinishAsync(Found found, CancellationToken cancellationToken)
    {
        await journeys.EndAsync(Kind, found.Journey.Key, cancellationToken);
        return await phones.AddAsync(found.Session, found.Session.AccountId, found.Journey.State.Phone(), cancellationToken);
    }

    private static PhoneCodeUse Use(Journey<State> journey) => new(PhoneCodeUse.Add, journey.Key);
}
