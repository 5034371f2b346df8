using Identity.Web.Assets;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;

namespace Identity.Web.Themes;

/// <summary>A theme that passed every check, ready to be worn by a page.</summary>
internal sealed record Theme
{
    public required string Name { get; init; }

    /// <summary>What it says: ours, with its own words in their place.</summary>
    public required Catalogue Catalogue { get; init; }

    public required Contact Contact { get; init; }

    public required Colour Brand { get; init; }

    public required Asset Stylesheet { get; init; }

    /// <summary>The logo as part of a page.</summary>
    public required IHtmlContent Logo { get; init; }

    /// <summary>The logo as a file, for the tab of a browser.</summary>
    public required Asset Icon { get; init; }
}
