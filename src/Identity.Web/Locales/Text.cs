using System.Globalization;
using Identity.Domain.Accounts;
using Microsoft.Extensions.Options;

namespace Identity.Web.Locales;

/// <summary>
/// All words of the product, in the language of the request: <c>@T["signIn.email.title", ("app", name)]</c>.
/// A key without a message, or a message without its value, is an exception and never a blank. The
/// placeholder <c>{service}</c> is always the theme's name, and a link <c>home</c> the way to the start. Safe for all threads.
/// </summary>
public sealed class Text
{
    private const string Service = "service";
    private const string Home = "home";
    private readonly string _home;
    private readonly Catalogue _catalogue;
    private readonly LocaleOptions _options;
    private readonly TimeZoneInfo _zone;
    private readonly Func<Catalogue> _worn;

    /// <param name="catalogue">What is said where nobody asks by a request.</param>
    /// <param name="options">Language and zone.</param>
    /// <param name="home">The way to the start.</param>
    /// <param name="worn">What the theme of the request says.</param>
    internal Text(Catalogue catalogue, IOptions<LocaleOptions> options, string home = "/", Func<Catalogue>? worn = null)
    {
        _home = home;
        _worn = worn ?? (() => catalogue);
        _catalogue = catalogue;
        _options = options.Value;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(_options.TimeZone);
    }

    /// <summary>The locale of this request, as <c>html lang</c> names it.</summary>
    public string Locale => Spoken(CultureInfo.CurrentUICulture.Name);

    /// <summary>The language to write to a person in who once read <paramref name="locale"/>, which may be spoken here no more.</summary>
    internal string Spoken(string locale) => _catalogue.Speaks(locale) ? locale : _options.Default;

    /// <exception cref="KeyNotFoundException">There is no such message.</exception>
    /// <exception cref="InvalidOperationException">The values given are not those the message names.</exception>
    public Message this[string key, params (string Name, object Value)[] values] => Say(Locale, key, values);

    internal Message Say(string locale, string key, params (string Name, object Value)[] values)
    {
        var pattern = _worn().Find(locale, key);
        var given = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        if (pattern.Names.Contains(Service))
            given.TryAdd(Service, Say(locale, "brand.name"));
        if (pattern.Names.Contains(Home))
            given.TryAdd(Home, _home);
        return given.Count == pattern.Names.Count && pattern.Names.All(given.ContainsKey)
            ? new Message(pattern, given)
            : throw new InvalidOperationException(
                $"The message '{key}' takes [{string.Join(", ", pattern.Names)}], not [{string.Join(", ", given.Keys)}]");
    }

    /// <summary>A calendar date, such as 22 November 2026.</summary>
    public string Date(DateOnly date) => date.ToString(this["format.date"].ToString(), Culture);

    /// <summary>A date of birth, as much of it as is known, such as February 1984.</summary>
    public string Born(BirthDate date) =>
        date.First.ToString(this[date switch { { Month: null } => "format.year", { Day: null } => "format.month", _ => "format.date" }].ToString(), Culture);

    /// <summary>A clock time in the zone of the service, such as 3:42pm.</summary>
    // The platform's Welsh for "pm" is the evening's, wrong at noon; in both languages services write am and pm.
    public string Time(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, _zone).ToString(this["format.time"].ToString(), CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>A clock time with its date.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, _zone);
        return this["format.moment", ("time", Time(moment)), ("date", Date(DateOnly.FromDateTime(local.DateTime)))].ToString();
    }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Locale);
}
