using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace Identity.Web.Telemetry;

/// <summary>
/// What traces and metrics say of a request: no query, no key, nothing of the browser. What the protocol answers has no
/// route of the framework's, and gets its path for one.
/// </summary>
internal sealed class DescribeRequests(KnownPaths paths) : IConfigureOptions<AspNetCoreTraceInstrumentationOptions>
{
    private const string Route = "http.route";

    public void Configure(AspNetCoreTraceInstrumentationOptions options)
    {
        // Asked every few seconds, by machines.
        options.Filter = context => !context.Request.Path.StartsWithSegments("/health") && context.Request.Path != "/metrics";
        options.EnrichWithHttpRequest = (span, request) =>
        {
            span.SetTag("url.path", paths.Of(request.Path));
            span.SetTag("url.query", null);
            span.SetTag("user_agent.original", null);
            if (paths.RouteOf(request.Path) is { } route)
                span.DisplayName = $"{request.Method} {route}";
        };
    }

    public static void Use(IApplicationBuilder app)
    {
        var paths = app.ApplicationServices.GetRequiredService<KnownPaths>();
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path;
            await next(context);
            if (context.GetEndpoint() is null && context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics && paths.RouteOf(path) is { } route)
                metrics.Tags.Add(new(Route, route));
        });
    }
}
