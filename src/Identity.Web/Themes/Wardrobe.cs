using System.Collections.Frozen;
using Identity.Protocol.Interaction;
using Identity.Web.Assets;
using Identity.Web.Locales;
using Microsoft.Extensions.Options;

namespace Identity.Web.Themes;

/// <summary>
/// Everything that is read at the start: each theme that somebody may see, with the messages it says in place of ours, and
/// the files it is served by. One exception lists every fault of all of them.
/// </summary>
internal sealed class Wardrobe
{
    private readonly ThemeOptions _options;
    private readonly FrozenDictionary<string, Theme> _themes;

    public Wardrobe(IOptions<ThemeOptions> themes, IOptions<LocaleOptions> locales)
    {
        _options = themes.Value;
        List<string> faults = [];
        _themes = _options.Names.Select(name => Read(name, locales.Value, faults)).OfType<Theme>().ToFrozenDictionary(theme => theme.Name);
        if (faults.Count > 0)
            throw new BrokenThemeException(Folder(_options.Name), faults);
        Script = new Asset("look.js", "text/javascript; charset=utf-8", ShippedFiles.Read("design-system/design-system.js"));
    }

    /// <summary>What the configured theme says: for letters, and whoever asks from nowhere.</summary>
    public Catalogue Catalogue => _themes[_options.Name].Catalogue;

    public Asset Script { get; }

    public IEnumerable<Asset> Assets => _themes.Values.SelectMany(theme => new[] { theme.Stylesheet, theme.Icon }).Prepend(Script).DistinctBy(asset => asset.Path);

    /// <summary>The theme of a request: of the application a person comes from, else of the host, else the configured one.</summary>
    public Theme For(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.Features.Get<AuthorizationInteraction>()?.Client is { } client && _options.Clients.TryGetValue(client.ClientId, out var own) ? own
            : _options.Hosts.TryGetValue(context.Request.Host.Host, out var local) ? local
            : _options.Name;
        return _themes[name];
    }

    private Theme? Read(string name, LocaleOptions locales, List<string> faults)
    {
        List<string> own = [];
        var messages = CatalogueReader.Shipped(locales.Default, own);
        var theme = new ThemeReader(Folder(name), name, messages, own).Read();
        // Of the configured theme the exception itself names the folder.
        faults.AddRange(own.Select(fault => name == _options.Name ? fault : $"{name}/{fault}"));
        if (name == _options.Name)
        {
            faults.AddRange(locales.Awaiting.Where(locale => !messages.Locales.Contains(locale))
                .Select(locale => $"Locales:AwaitingReview names '{locale}', which is not spoken here"));
        }

        return theme;
    }

    private string Folder(string name) => Path.Combine(AppContext.BaseDirectory, _options.Folder, name);
}
