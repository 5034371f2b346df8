using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Identity.Web.Headers;

/// <summary>
/// Writes the headers just before a response starts, so that a page can still widen its policy, and
/// leaves alone what an endpoint has stated itself.
/// </summary>
internal sealed class WriteSecurityHeaders(RequestDelegate next, IOptions<HstsOptions> hsts)
{
    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), " +
        "midi=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    public Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(new ContentSecurityPolicy());
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // Whoever states a policy says there who may frame it.
        if (headers.TryAdd(HeaderNames.ContentSecurityPolicy, context.Features.GetRequiredFeature<ContentSecurityPolicy>().ToString()))
            headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
        if (RemembersHttps(context.Request))
            headers.TryAdd(HeaderNames.StrictTransportSecurity, Https(hsts.Value));
        return Task.CompletedTask;
    }

    // RFC 6797 §7.2: never over plain http. The platform's own middleware writes it too early: what handles an exception
    // clears the headers that were there before.
    private bool RemembersHttps(HttpRequest request) =>
        request.IsHttps && !hsts.Value.ExcludedHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase);

    private static string Https(HstsOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"max-age={(long)options.MaxAge.TotalSeconds}{(options.IncludeSubDomains ? "; includeSubDomains" : "")}{(options.Preload ? "; preload" : "")}");
}
