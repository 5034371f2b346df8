using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Help that only some people need, folded away.</summary>
[HtmlTargetElement("id-details", Attributes = "summary")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>What unfolds it.</summary>
    public Message Summary { get; set; } = null!; // Razor refuses it otherwise.

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "govuk-details");
        output.Content.AppendHtml(Markup.Element(
            "summary", "govuk-details__summary", Markup.Element("span", "govuk-details__summary-text", Summary)));
        output.Content.AppendHtml(Markup.Element("div", "govuk-details__text", body));
    }
}
