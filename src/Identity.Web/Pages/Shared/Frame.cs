using Identity.Web.Assets;
using Identity.Web.Components;
using Identity.Web.Locales;
using Identity.Web.Themes;

namespace Identity.Web.Pages.Shared;

/// <summary>Everything the layout shows around a page, so that the layout itself only writes.</summary>
internal sealed class Frame(Text text, Wardrobe wardrobe, LocaleSwitch locales, LinkGenerator links)
{
    internal sealed record Link(string Href, Message Words);

    private static readonly IReadOnlyList<(string Page, string Key)> Footer =
    [
        ("/Help/Index", "frame.help"),
        ("/Accessibility/Index", "frame.accessibility"),
        ("/Privacy/Index", "frame.privacy"),
        ("/Cookies/Index", "frame.cookies"),
        ("/Terms/Index", "terms.footer"),
    ];

    /// <summary>The heading of the page and the name of the service; a problem is said first.</summary>
    /// <exception cref="InvalidOperationException">The page has no heading.</exception>
    public string Title(HttpContext context, bool valid)
    {
        var heading = PageFrame.Of(context).Title
            ?? throw new InvalidOperationException($"The page {context.Request.Path} has no heading");
        return (valid ? text["frame.title", ("page", heading)] : text["frame.titleWithProblem", ("page", heading)]).ToString();
    }

    public Theme Theme(HttpContext context) => wardrobe.For(context);

    public Asset Script => wardrobe.Script;

    public static string Href(HttpContext context, Asset asset) => context.Request.PathBase + asset.Path;

    /// <summary>When the person will be signed out, on a page that depends on it.</summary>
    public static Leaving.Notice? Leaving(HttpContext context) => context.RequestServices.GetService<Leaving>()?.For(context);

    public IReadOnlyList<LocaleSwitch.Choice> Locales(HttpContext context) =>
        PageFrame.Of(context).OnlyNow ? [] : locales.Choices(context);

    /// <summary>Links to the pages that exist.</summary>
    public IReadOnlyList<Link> FooterLinks(HttpContext context) => [.. Footer
        .Select(entry => (Href: links.GetPathByPage(context, entry.Page, values: new { area = "" }), entry.Key))
        .Where(entry => entry.Href is not null)
        .Select(entry => new Link(entry.Href ?? "", text[entry.Key]))];
}
