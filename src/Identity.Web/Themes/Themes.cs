using Identity.Web.Assets;
using Identity.Web.Locales;

namespace Identity.Web.Themes;

/// <summary>
/// The door of the room that dresses pages. A theme is data in a folder; a broken one stops the start,
/// never a sign-in.
/// </summary>
public static class Themes
{
    /// <summary>Registers the configured themes and the messages they override.</summary>
    public static IServiceCollection AddThemes(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ThemeOptions>(configuration.GetSection("Themes"));
        services.AddSingleton<Wardrobe>();
        services.AddSingleton(provider => provider.GetRequiredService<Wardrobe>().Catalogue);
        services.AddHttpContextAccessor();
        services.AddSingleton<Func<Catalogue>>(provider => () =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? provider.GetRequiredService<Wardrobe>().For(context).Catalogue
                : provider.GetRequiredService<Catalogue>());
        return services;
    }

    /// <summary>Serves the stylesheet, the script and the logo. Reads and checks the theme at once.</summary>
    /// <exception cref="BrokenThemeException">The theme or the messages have faults.</exception>
    public static IApplicationBuilder UseThemes(this IApplicationBuilder app) =>
        app.UseMiddleware<ServeAssets>(app.ApplicationServices.GetRequiredService<Wardrobe>().Assets);
}
