using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>The good end of a journey: a heading, which is the page's title, on the colour of success.</summary>
[HtmlTargetElement("id-panel", Attributes = "title")]
public sealed class PanelTagHelper : TagHelper
{
    /// <summary>What has been done.</summary>
    public Message Title { get; set; } = null!; // Razor refuses a panel without it.

    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        PageFrame.Of(ViewContext.HttpContext).Title = Title;
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-panel govuk-panel--confirmation");
        output.Content.AppendHtml(Markup.Element("h1", "govuk-panel__title", Title));
        if (!body.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Element("div", "govuk-panel__body", body));
    }
}
