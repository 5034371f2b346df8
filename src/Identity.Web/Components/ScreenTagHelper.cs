using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>What helps on a screen and means nothing on paper.</summary>
[HtmlTargetElement("id-screen")]
public sealed class ScreenTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "id-screen");
    }
}
