using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Localization;

namespace Identity.Web.Locales;

/// <summary>
/// The language of a request. First what the person chose by a language link, kept for a year; then what the application
/// they come from asked for (<c>ui_locales</c>, OpenID Connect Core 1.0 §3.1.2.1), kept until the browser closes; then what
/// the browser wishes for.
/// </summary>
internal sealed class RequestLocale(Catalogue catalogue) : RequestCultureProvider
{
    /// <summary>What a language link sends.</summary>
    public const string Choice = "lang";

    /// <summary>The cookie that keeps it.</summary>
    public const string Cookie = "locale";

    private const string Wish = "ui_locales";
    // Before a language that was asked for, and not chosen.
    private const char Asked = '~';
    // RFC 5646 §4.4.1: room for 35 characters is room for every tag in use.
    private const int LongestTag = 35;
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        // The page of an error is written in a second pass, which has lost the query of the first.
        if (!httpContext.Items.TryGetValue(typeof(RequestLocale), out object? decided))
            httpContext.Items[typeof(RequestLocale)] = decided = Decide(httpContext);
        return Task.FromResult(decided is string locale ? new ProviderCultureResult(locale) : null);
    }

    private string? Decide(HttpContext context)
    {
        string? now = Now(context);
        if (now is not null && now != BrowserCookies.Read(context, Cookie))
            BrowserCookies.Keep(context, Cookie, now, Life);
        return now ?? Chosen(context) ?? Wished(context) ?? BrowserLanguages.First(context.Request.Headers.AcceptLanguage, Spoken);
    }

    /// <summary>Keeps the first language of a <c>ui_locales</c> value that is spoken here, unless the person chose one.</summary>
    public void Keep(HttpContext context, string uiLocales)
    {
        if (Chosen(context) is null && First(uiLocales) is { } locale && Asked + locale != BrowserCookies.Read(context, Cookie))
            BrowserCookies.Write(context, Cookie, Asked + locale);
    }

    /// <summary>What the person chose, on this page or before.</summary>
    public string? Chosen(HttpContext context) =>
        Now(context) ?? (BrowserCookies.Read(context, Cookie) is { } kept && catalogue.Speaks(kept) ? kept : null);

    private string? Now(HttpContext context) => Spoken(context.Request.Query[Choice].ToString());

    private string? Wished(HttpContext context)
    {
        string uiLocales = context.Request.Query[Wish].ToString();
        Keep(context, uiLocales);
        return First(uiLocales)
            ?? (BrowserCookies.Read(context, Cookie) is [Asked, .. var kept] && catalogue.Speaks(kept) ? kept : null);
    }

    // "The value is a space-separated list of BCP47 language tag values, ordered by preference."
    private string? First(string uiLocales) => uiLocales
        .Split(' ', 10, StringSplitOptions.RemoveEmptyEntries)
        .Select(Spoken)
        .FirstOrDefault(locale => locale is not null);

    // RFC 4647 §3.4, lookup: subtags are cut from the end until something is found.
    private string? Spoken(string tag)
    {
        for (string range = tag.Length > LongestTag ? "" : tag; range.Length > 0; range = range[..Math.Max(range.LastIndexOf('-'), 0)])
        {
            if (catalogue.Locales.FirstOrDefault(locale => locale.Equals(range, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        return null;
    }
}
