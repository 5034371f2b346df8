using Identity.Web.Assets;
using Identity.Web.Locales;
using Microsoft.Extensions.Options;

namespace Identity.Web.Themes;

/// <summary>
/// Everything that is read at the start: the messages with a theme's own in their place, the theme, and
/// the files both are served by. One exception lists every fault of all of them.
/// </summary>
internal sealed class Wardrobe
{
    private readonly Theme _theme;

    public Wardrobe(IOptions<ThemeOptions> themes, IOptions<LocaleOptions> locales)
    {
        List<string> faults = [];
        string folder = Path.Combine(AppContext.BaseDirectory, themes.Value.Folder, themes.Value.Name);
        var messages = CatalogueReader.Shipped(locales.Value.Default, faults);
        var theme = new ThemeReader(folder, messages, faults).Read();
        Catalogue = messages.Finish();
        faults.AddRange(locales.Value.Awaiting.Where(locale => !Catalogue.Speaks(locale))
            .Select(locale => $"Locales:AwaitingReview names '{locale}', which is not spoken here"));
        _theme = theme is not null && faults.Count == 0 ? theme : throw new BrokenThemeException(folder, faults);
        Script = new Asset("look.js", "text/javascript; charset=utf-8", ShippedFiles.Read("design-system/design-system.js"));
    }

    public Catalogue Catalogue { get; }

    public Asset Script { get; }

    public IEnumerable<Asset> Assets => [Script, _theme.Stylesheet, _theme.Icon];

    /// <summary>The theme of a request: the configured one, whoever asks.</summary>
    public Theme For(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _theme;
    }
}
