using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Identity.Web.Headers;

/// <summary>
/// The door of the room that tells a browser how to guard a page: content security policy, no framing,
/// no sniffing, no foreign referrer, nothing stored, HTTPS remembered.
/// </summary>
public static class Headers
{
    /// <summary>
    /// Remembers HTTPS for a year, sends cookies over nothing else, and does not say which server this is.
    /// </summary>
    public static IServiceCollection AddHeaders(this IServiceCollection services)
    {
        services.Configure<HstsOptions>(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<CookiePolicyOptions>(options => options.Secure = CookieSecurePolicy.Always);
        services.Configure<AntiforgeryOptions>(Guard);
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        return services;
    }

    /// <summary>Guards every response. Comes first, so that an error is guarded like a page, an exception's too.</summary>
    public static IApplicationBuilder UseHeaders(this IApplicationBuilder app)
    {
        app.UseCookiePolicy();
        return app.UseMiddleware<WriteSecurityHeaders>();
    }

    /// <summary>
    /// Lets the forms of this page end, by redirect, at the origin of a redirect URI that has been
    /// validated; for a scheme of its own, at that scheme.
    /// </summary>
    /// <exception cref="ArgumentException">The URI is relative, or of a scheme that runs script.</exception>
    public static void AllowFormActionTo(this HttpContext context, Uri validatedRedirect) =>
        context.Features.GetRequiredFeature<ContentSecurityPolicy>().AllowFormActionTo(validatedRedirect);

    /// <summary>Lets this page show, in a frame, what the origin of a registered address serves.</summary>
    /// <exception cref="ArgumentException">The URI is relative, or of a scheme that runs script.</exception>
    public static void AllowFrameOf(this HttpContext context, Uri registered) =>
        context.Features.GetRequiredFeature<ContentSecurityPolicy>().AllowFrameOf(registered);

    // Lax, not strict: a page reached from an application must see the cookie of the tab beside it, or the
    // form in that tab would be refused.
    private static void Guard(AntiforgeryOptions options)
    {
        options.Cookie.Name = "__Host-form";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.FormFieldName = "form";
        options.SuppressXFrameOptionsHeader = true;
    }
}
