using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.Interaction;

/// <summary>
/// The provider's cookies: the key of a session, and the value that binds journeys to a browser. They are strictly
/// necessary, unreadable to script, and kept from other sites' posts; the one exception opens nothing.
/// </summary>
public static class BrowserCookies
{
    /// <summary>Holds the key of a session.</summary>
    public const string Session = "session";

    /// <summary>Holds the value that binds journeys to a browser.</summary>
    public const string Browser = "browser";

    /// <summary>Holds the key of a browser that its owner trusts.</summary>
    public const string Trusted = "trusted";

    /// <summary>Tells a framed page whether the session is another, where that is offered (OpenID Connect Session Management §3.2).</summary>
    public const string State = "session-state";

    public static string Name(HttpRequest request, string cookie) => request.IsHttps ? SecureName(cookie) : cookie;

    /// <summary>RFC 6265bis §4.1.3.2: the prefix makes a browser refuse the cookie from anybody but this host over https.</summary>
    internal static string SecureName(string cookie) => $"__Host-{cookie}";

    public static string? Read(HttpContext context, string cookie) => context.Request.Cookies[Name(context.Request, cookie)];

    /// <summary>Writes a cookie that goes when the browser is closed.</summary>
    public static void Write(HttpContext context, string cookie, string value) =>
        context.Response.Cookies.Append(Name(context.Request, cookie), value, Options(context));

    /// <summary>Writes a cookie that stays when the browser is closed.</summary>
    public static void Keep(HttpContext context, string cookie, string value, TimeSpan life)
    {
        var options = Options(context);
        options.MaxAge = life;
        context.Response.Cookies.Append(Name(context.Request, cookie), value, options);
    }

    /// <summary>Takes a cookie back.</summary>
    public static void Delete(HttpContext context, string cookie) =>
        context.Response.Cookies.Delete(Name(context.Request, cookie), Options(context));

    /// <summary>Writes a cookie that script reads in a frame on anybody's page; it goes when the browser is closed.</summary>
    internal static void Expose(HttpContext context, string cookie, string value) =>
        context.Response.Cookies.Append(Name(context.Request, cookie), value, Exposed(context));

    /// <summary>Takes back what was written for script.</summary>
    internal static void Conceal(HttpContext context, string cookie) => context.Response.Cookies.Delete(Name(context.Request, cookie), Exposed(context));

    // A browser takes such a cookie over https alone, and on a machine of one's own the frames are of the same site.
    private static CookieOptions Exposed(HttpContext context) => new()
    {
        HttpOnly = false,
        IsEssential = true,
        Path = "/",
        SameSite = context.Request.IsHttps ? SameSiteMode.None : SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
