using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Gateway;
using Identity.Domain.Phones;
using Identity.Protocol;
using Identity.Web.Locales;
using Microsoft.Extensions.Options;
using Message = Identity.Domain.Notifications.Message;

namespace Identity.Web.Notifications;

internal static class MessageTexts
{
    /// <summary>
    /// Puts messages into the words of <c>messages.json</c>, <c>messages.{template}.subject</c> and <c>.body</c>, or of <c>texts.json</c>
    /// where they go to a telephone.
    /// </summary>
    public static IServiceCollection AddMessageTexts(this IServiceCollection services)
    {
        services.AddSingleton<RenderMessage>(provider =>
        {
            var text = provider.GetRequiredService<Text>();
            var protocol = provider.GetRequiredService<IOptions<ProtocolOptions>>();
            return message => Render(text, protocol.Value.Issuer!, message) with { Locale = text.Spoken(message.Locale) }; // No host starts without an issuer.
        });
        return services;
    }

    internal static RenderedMessage Render(Text text, Uri issuer, Message message)
    {
        string locale = text.Spoken(message.Locale);
        var code = message.Values.GetValueOrDefault("code", "");
        return (message.Channel, message.Template) switch
        {
            // The last line binds the code to this site: a browser fills it in here and nowhere else (WICG origin-bound one-time codes).
            (MessageChannel.Text, PhoneTexts.Code) => ToPhone(text.Say(locale, "texts.code", ("code", code), ("host", issuer.Host))),
            // Figure by figure, with a pause after each.
            (MessageChannel.Voice, PhoneTexts.Code) => ToPhone(text.Say(locale, "texts.call", ("figures", string.Join(". ", code.ToCharArray()) + "."))),
            (MessageChannel.Text, _) when message.Values.TryGetValue("link", out var link) => ToPhone(text.Say(locale, "texts.notMe",
                ("what", text.Say(locale, $"messages.{message.Template}.subject")), ("link", new Uri(issuer, link).AbsoluteUri))),
            // Nobody follows a link that is read out to them, and a landline shows none.
            (MessageChannel.Voice, _) => ToPhone(text.Say(locale, "texts.callNotice", ("what", text.Say(locale, $"messages.{message.Template}.subject")))),
            (MessageChannel.Text, _) => ToPhone(text.Say(locale, "texts.notice",
                ("what", text.Say(locale, $"messages.{message.Template}.subject")), ("help", new Uri(issuer, "help").Authority + "/help"))),
            _ => new RenderedMessage(
                text.Say(locale, $"messages.{message.Template}.subject").ToString(),
                text.Say(locale, $"messages.{message.Template}.body", MessageValues.Of(text, issuer, locale, message)).ToString()),
        };
    }

    private static RenderedMessage ToPhone(Locales.Message words) => new("", TextAlphabet.Plain(words.ToString()));
}
