using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Words set apart from the rest of the page.</summary>
[HtmlTargetElement("id-inset")]
public sealed class InsetTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}
