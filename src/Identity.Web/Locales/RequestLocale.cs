using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Localization;

namespace Identity.Web.Locales;

/// <summary>
/// The language of a request: <c>ui_locales</c> of the query (OpenID Connect Core 1.0 §3.1.2.1), which
/// is also what the language links send, then the choice kept in a cookie. The browser's own list comes
/// after these, by the platform's provider.
/// </summary>
internal sealed class RequestLocale(Catalogue catalogue) : RequestCultureProvider
{
    public const string Parameter = "ui_locales";
    public const string CookieName = "locale";

    private static CookieOptions Kept(HttpContext context) => new()
    {
        Secure = context.Request.IsHttps,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
    };

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        string? kept = httpContext.Request.Cookies[Cookie(httpContext)];
        string? asked = First(httpContext.Request.Query[Parameter].ToString());
        if (asked is not null && asked != kept)
            httpContext.Response.Cookies.Append(Cookie(httpContext), asked, Kept(httpContext));
        string? chosen = asked ?? (kept is not null && catalogue.Speaks(kept) ? kept : null);
        return Task.FromResult(chosen is null ? null : new ProviderCultureResult(chosen));
    }

    /// <summary>Keeps the first language of a <c>ui_locales</c> value that is spoken here, if any.</summary>
    public void Keep(HttpContext context, string uiLocales)
    {
        if (First(uiLocales) is { } locale)
            context.Response.Cookies.Append(Cookie(context), locale, Kept(context));
    }

    private static string Cookie(HttpContext context) => BrowserCookies.Name(context.Request, CookieName);

    // "The value is a space-separated list of BCP47 language tag values, ordered by preference."
    private string? First(string uiLocales) => uiLocales
        .Split(' ', 10, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(tag => new[] { tag, tag.Split('-')[0] })
        .Select(tag => catalogue.Locales.FirstOrDefault(locale => locale.Equals(tag, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(locale => locale is not null);
}
