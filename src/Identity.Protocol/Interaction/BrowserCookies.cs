using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.Interaction;

/// <summary>
/// The provider's two cookies: the key of a session, and the value that binds journeys to a browser. Both are strictly
/// necessary, unreadable to script, and kept from other sites' posts.
/// </summary>
public static class BrowserCookies
{
    /// <summary>Holds the key of a session.</summary>
    public const string Session = "session";

    /// <summary>Holds the value that binds journeys to a browser.</summary>
    public const string Browser = "browser";

    /// <summary>Holds the key of a browser that its owner trusts.</summary>
    public const string Trusted = "trusted";

    /// <summary>RFC 6265bis §4.1.3.2: the prefix makes a browser refuse the cookie from anybody but this host over https.</summary>
    public static string Name(HttpRequest request, string cookie) => request.IsHttps ? $"__Host-{cookie}" : cookie;

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

    internal static void Delete(HttpContext context, string cookie) =>
        context.Response.Cookies.Delete(Name(context.Request, cookie), Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
