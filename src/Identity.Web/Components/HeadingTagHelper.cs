using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>The heading of a page, which is its title too.</summary>
[HtmlTargetElement("id-heading", Attributes = "text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeadingTagHelper : TagHelper
{
    /// <summary>The words.</summary>
    public Message Text { get; set; } = null!; // Razor refuses a heading without it.

    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        PageFrame.Of(ViewContext.HttpContext).Title = Text;
        output.TagName = "h1";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Text);
    }
}
