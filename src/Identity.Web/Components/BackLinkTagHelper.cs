using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>The way back. It may stand anywhere in a page; the layout writes it above the page.</summary>
[HtmlTargetElement("id-back-link", Attributes = "href", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BackLinkTagHelper : TagHelper
{
    /// <summary>Where the page before this one is.</summary>
    public string Href { get; set; } = "";

    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        PageFrame.Of(ViewContext.HttpContext).Back = Href;
        output.SuppressOutput();
    }
}
