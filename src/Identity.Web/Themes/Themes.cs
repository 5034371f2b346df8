using Identity.Web.Assets;

namespace Identity.Web.Themes;

/// <summary>
/// The door of the room that dresses pages. A theme is data in a folder; a broken one stops the start,
/// never a sign-in.
/// </summary>
public static class Themes
{
    /// <summary>Registers the configured theme and the messages it overrides.</summary>
    public static IServiceCollection AddThemes(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ThemeOptions>(configuration.GetSection("Themes"));
        services.AddSingleton<Wardrobe>();
        services.AddSingleton(provider => provider.GetRequiredService<Wardrobe>().Catalogue);
        return services;
    }

    /// <summary>Serves the stylesheet, the script and the logo. Reads and checks the theme at once.</summary>
    /// <exception cref="BrokenThemeException">The theme or the messages have faults.</exception>
    public static IApplicationBuilder UseThemes(this IApplicationBuilder app) =>
        app.UseMiddleware<ServeAssets>(app.ApplicationServices.GetRequiredService<Wardrobe>().Assets);
}
