using Identity.Web.Telemetry;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Identity.Web.Pages.Errors;

/// <summary>
/// The door of the room of dead ends. A response with an error status and no body gets the page that
/// explains it; an exception gets the page for a bug or, if a room says so, for a 503. A caller that
/// takes no HTML gets the bare status.
/// </summary>
public static class Errors
{
    /// <summary>Registers the page and its options.</summary>
    public static IServiceCollection AddErrors(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<ErrorTrail>();
        services.AddOptions<ErrorOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<MvcOptions>(options => options.Filters.Add<ExplainForgery>());
        return services;
    }

    /// <summary>Explains errors. Comes right after the headers, before all that can fail.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error");
        return app.Use((context, next) =>
        {
            if (!context.WantsPage() && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
    }

    /// <summary>Sets the status and the page of this response. The caller writes no body.</summary>
    public static void ShowError(this HttpContext context, ErrorView view)
    {
        context.Features.Set(view);
        context.Response.StatusCode = view.Status;
        if (view.RetryAfter is not null)
            context.Response.Headers.RetryAfter = view.RetryAfter.ToString();
    }

    internal static bool WantsPage(this HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
