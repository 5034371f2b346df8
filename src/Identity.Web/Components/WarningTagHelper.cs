using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>What a person must not miss before going on.</summary>
[HtmlTargetElement("id-warning", Attributes = "text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WarningTagHelper(Text words) : TagHelper
{
    /// <summary>The words.</summary>
    public Message Text { get; set; } = null!; // Razor refuses a warning without it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-warning-text");
        output.Content.AppendHtml(Markup
            .Element("span", "govuk-warning-text__icon", Markup.Words("!"))
            .With("aria-hidden", "true"));
        output.Content.AppendHtml(Markup.Element(
            "strong", "govuk-warning-text__text", Markup.Hidden(words["common.warning"]), Text));
    }
}
