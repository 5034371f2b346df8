using Identity.Domain.Notifications;
using Identity.Web.Locales;

namespace Identity.Web.Notifications;

internal static class MessageTexts
{
    /// <summary>Puts messages into the words of <c>messages.json</c>: <c>messages.{template}.subject</c> and <c>.body</c>.</summary>
    public static IServiceCollection AddMessageTexts(this IServiceCollection services)
    {
        services.AddSingleton<RenderMessage>(provider =>
        {
            var text = provider.GetRequiredService<Text>();
            return message =>
            {
                var values = message.Values.Select(value => (value.Key, (object)value.Value)).ToArray();
                string locale = text.Spoken(message.Locale);
                return new RenderedMessage(
                    text.Say(locale, $"messages.{message.Template}.subject").ToString(),
                    text.Say(locale, $"messages.{message.Template}.body", values).ToString());
            };
        });
        return services;
    }
}
