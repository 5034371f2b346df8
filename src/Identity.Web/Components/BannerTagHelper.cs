using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>News about what just happened or what the person should know, above the page's own words.</summary>
[HtmlTargetElement("id-banner")]
public sealed class BannerTagHelper(Text text) : TagHelper
{
    private const string TitleId = "banner-title";

    /// <summary>Whether it tells of something that went well.</summary>
    public bool Success { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var title = text[Success ? "common.banner.success" : "common.banner.important"];
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-notification-banner" + (Success ? " govuk-notification-banner--success" : ""));
        output.Attributes.SetAttribute("role", Success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", TitleId);
        output.Content.AppendHtml(Markup.Element(
            "div", "govuk-notification-banner__header",
            Markup.Element("h2", "govuk-notification-banner__title", title).With("id", TitleId)));
        output.Content.AppendHtml(Markup.Element("div", "govuk-notification-banner__content", body));
    }
}
