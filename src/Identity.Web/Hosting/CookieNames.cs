using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Hosting;

internal static class CookieNames
{
    /// <summary>
    /// Over https every cookie has the prefix that binds it to this host (RFC 6265bis §4.1.3.2). Over plain http, which is
    /// for loopback in Development, some browsers would drop such a cookie.
    /// </summary>
    public static IServiceCollection NameCookies(this IServiceCollection services, IConfiguration configuration)
    {
        var https = configuration["Protocol:Issuer"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        services.PostConfigure<CookiePolicyOptions>(options => options.Secure = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        services.PostConfigure<AntiforgeryOptions>(options => Set(options.Cookie, "form", https));
        services.PostConfigure<CookieTempDataProviderOptions>(options => Set(options.Cookie, "problems", https));
        return services;
    }

    private static void Set(CookieBuilder cookie, string name, bool https)
    {
        cookie.Name = https ? $"__Host-{name}" : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
