using System.Globalization;
using System.Text.RegularExpressions;
using Identity.Sdk;
using Identity.Web.Locales;
using Message = Identity.Web.Locales.Message;

namespace Identity.Web.Pages.Prove;

/// <summary>The texts of a verifier, in the language of the page. They are its own, and shown as plain text.</summary>
internal sealed partial class VerifierWords(VerifierManifest manifest)
{
    private const string Borrowed = "en";

    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();

    public VerifierManifest Manifest { get; } = manifest;

    public Message Title => Say(TextKeys.Title);

    public Message Summary => Say(TextKeys.Summary);

    /// <summary>What its operator learns, or null when it does not say.</summary>
    public Message? Privacy => Manifest.Texts[Borrowed].ContainsKey(TextKeys.Privacy) ? Say(TextKeys.Privacy) : null;

    public Message Say(string key, IReadOnlyDictionary<string, string>? values = null)
    {
        var words = Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, key) ?? Find(Borrowed, key) ?? key;
        return Message.Verbatim(Placeholder().Replace(words, place => (values ?? Empty).GetValueOrDefault(place.Groups[1].Value, place.Value)));
    }

    /// <summary>The same with moments among its values, as a page writes them.</summary>
    public Message Say(string key, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, DateTimeOffset> times, Text text) =>
        Say(key, values.Concat(times.Select(time => KeyValuePair.Create(time.Key, text.Moment(time.Value)))).ToLookup(value => value.Key, value => value.Value)
            .ToDictionary(value => value.Key, value => value.First()));

    /// <summary>What a person needs to have at hand.</summary>
    public Message Thing(Text text, string thing) => Known.TryGetValue(thing, out var key) ? text[key] : Say(TextKeys.Thing + thing);

    private string? Find(string locale, string key) => Manifest.Texts.GetValueOrDefault(locale)?.GetValueOrDefault(key);

    private static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        [ThingNames.Passport] = "prove.thing.passport",
        [ThingNames.DrivingLicence] = "prove.thing.drivingLicence",
        [ThingNames.IdentityCard] = "prove.thing.identityCard",
        [ThingNames.AnyDocument] = "prove.thing.anyDocument",
        [ThingNames.CameraPhone] = "prove.thing.cameraPhone",
        [ThingNames.PostalAddress] = "prove.thing.postalAddress",
        [ThingNames.OnlineAccount] = "prove.thing.onlineAccount",
        [ThingNames.RegistrationDetails] = "prove.thing.registrationDetails",
        [ThingNames.HealthNumber] = "prove.thing.healthNumber",
        [ThingNames.Voucher] = "prove.thing.voucher",
    };

    [GeneratedRegex("\\{([a-zA-Z0-9_-]+)\\}")]
    private static partial Regex Placeholder();
}
