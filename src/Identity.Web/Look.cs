using Identity.Domain.Credentials.Upstream;
using Identity.Web.Headers;
using Identity.Web.Locales;
using Identity.Web.Organisation;
using Identity.Web.Pages.Cookies;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Shared;
using Identity.Web.Themes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Identity.Web;

/// <summary>Everything a page needs to be seen: its guard, its words, its theme, its frame and its dead ends.</summary>
public static class Look
{
    /// <summary>Registers Razor Pages with our words, theme, markup and error pages.</summary>
    public static IServiceCollection AddLook(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHeaders();
        services.AddErrors();
        services.AddThemes(configuration);
        services.AddLocales(configuration);
        services.AddOrganisation(configuration);
        services.AddScoped<Frame>();
        services.AddScoped<CookieList>();
        // A host of pages alone has nobody elsewhere at whom people sign in.
        services.TryAddSingleton(UpstreamProviders.None);
        services.AddRazorPages().AddDataAnnotationsLocalization();
        return services;
    }

    /// <summary>
    /// Guards, explains, serves and speaks, in this order. Comes first in the pipeline; pages are mapped
    /// after it.
    /// </summary>
    /// <exception cref="BrokenThemeException">The theme or the messages have faults.</exception>
    public static IApplicationBuilder UseLook(this IApplicationBuilder app) => app
        .UseHeaders()
        .UseErrors()
        .UseThemes()
        .UseLocales();
}
