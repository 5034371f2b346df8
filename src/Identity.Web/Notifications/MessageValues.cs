using System.Globalization;
using Identity.Domain.Notifications;
using Identity.Web.Locales;
using Identity.Web.Pages.Devices;
using Message = Identity.Domain.Notifications.Message;

namespace Identity.Web.Notifications;

/// <summary>The values of a message as its reader knows them: a time by the clock, a device by its name, a link with our address.</summary>
internal static class MessageValues
{
    public static (string Name, object Value)[] Of(Text text, Uri issuer, string locale, Message message)
    {
        // Times and names of devices are worded as on a page, which speaks the language of the request; a message has its own.
        var speaking = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(locale);
        try
        {
            return [.. message.Values.Select(value => (value.Key, Word(text, issuer, value.Key, value.Value)))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = speaking;
        }
    }

    private static object Word(Text text, Uri issuer, string name, string value) => name switch
    {
        "link" => new Uri(issuer, value).AbsoluteUri,
        "when" => text.Moment(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value, CultureInfo.InvariantCulture))),
        "device" => DeviceName.Of(text, value),
        _ => value,
    };
}
