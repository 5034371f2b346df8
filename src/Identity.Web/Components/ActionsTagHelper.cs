using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>The ways on from a page, side by side where there is room.</summary>
[HtmlTargetElement("id-actions")]
public sealed class ActionsTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "id-actions");
    }
}
