using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Journeys;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// A code by text or call as a step of signing in: which telephone was chosen is remembered under the key of the journey, and
/// the code opens that journey only.
/// </summary>
internal sealed class PhoneStep(PhoneStore phones, PhoneCodes codes, Channels channels, JourneyStore journeys, Text text)
{
    private const string Kind = "sign-in-phone";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    internal sealed record Chosen(Guid Phone, MessageChannel Channel);

    /// <param name="Phone">The telephone that a code was sent to.</param>
    /// <param name="Channel">How it was sent.</param>
    internal sealed record Found(Phone Phone, MessageChannel Channel);

    /// <summary>Every telephone, by each way that it can be reached. What does not get texts any more may still ring.</summary>
    public async Task<IReadOnlyList<ConfirmChoice>> ChoicesAsync(Guid account, CancellationToken cancellationToken) =>
    [
        .. from phone in await phones.OfAsync(account, cancellationToken)
           from channel in (MessageChannel[])[MessageChannel.Text, MessageChannel.Voice]
           where channels.Has(channel) && (channel is MessageChannel.Voice || phone is { Number.TakesTexts: true, IsUnreachable: false })
           select new ConfirmChoice(Value(phone, channel), Words(phone, channel)),
    ];

    /// <summary>Sends a code to the telephone that was chosen.</summary>
    /// <returns>Null when it is none of theirs.</returns>
    public async Task<PhoneSendOutcome?> SendAsync(HttpContext context, string journey, Guid account, string? chosen)
    {
        foreach (var phone in await phones.OfAsync(account, context.RequestAborted))
        {
            if (chosen == Value(phone, MessageChannel.Text) || chosen == Value(phone, MessageChannel.Voice))
                return await SendAsync(context, journey, phone, chosen == Value(phone, MessageChannel.Text) ? MessageChannel.Text : MessageChannel.Voice);
        }

        return null;
    }

    public async Task<PhoneSendOutcome> SendAsync(HttpContext context, string journey, Phone phone, MessageChannel channel)
    {
        var outcome = await codes.SendAsync(phone.Number, channel, Use(journey), text.Locale, Network.Of(context.Connection.RemoteIpAddress), context.RequestAborted);
        if (outcome is PhoneSendOutcome.Sent(var used))
            await RememberAsync(context, journey, new Chosen(phone.Id, used));
        return outcome;
    }

    /// <summary>The telephone a code was sent to in this journey, or null.</summary>
    public async Task<Found?> FindAsync(HttpContext context, string journey, Guid account) =>
        (await ChosenAsync(context, journey))?.State is { } chosen
            && (await phones.OfAsync(account, context.RequestAborted)).FirstOrDefault(phone => phone.Id == chosen.Phone) is { } found
            ? new Found(found, chosen.Channel)
            : null;

    public Task<CodeOutcome> CheckAsync(Found found, string journey, OneTimeCode code, CancellationToken cancellationToken) =>
        codes.CheckAsync(found.Phone.Number, Use(journey), code, cancellationToken);

    /// <summary>Why nothing was sent, and when more is; null when it was.</summary>
    public string? Trouble(PhoneSendOutcome outcome) => outcome switch
    {
        PhoneSendOutcome.Sent => null,
        PhoneSendOutcome.TooManySent(var at) => text["phones.tooMany", ("when", text.Time(at))].ToString(),
        PhoneSendOutcome.BudgetSpent(var at) => text["phones.spent", ("when", text.Moment(at))].ToString(),
        _ => text["phones.unavailable"].ToString(),
    };

    private Task<Journey<Chosen>?> ChosenAsync(HttpContext context, string journey) =>
        journeys.FindAsync<Chosen>(Kind, journey, BrowserSession.Bound(context), context.RequestAborted);

    private async Task RememberAsync(HttpContext context, string journey, Chosen chosen)
    {
        if (await ChosenAsync(context, journey) is { } earlier)
            await journeys.SaveAsync(earlier, chosen, context.RequestAborted);
        else
            await journeys.BeginAsync(Kind, journey, BrowserSession.Bind(context), chosen, Life, context.RequestAborted);
    }

    private Locales.Message Words(Phone phone, MessageChannel channel) =>
        channel is MessageChannel.Text ? text["phones.textTo", ("ending", phone.Number.Ending)] : text["phones.callTo", ("ending", phone.Number.Ending)];

    private static string Value(Phone phone, MessageChannel channel) => $"{channel}-{phone.Id:N}";

    private static PhoneCodeUse Use(string journey) => new(PhoneCodeUse.SignIn, journey);
}
