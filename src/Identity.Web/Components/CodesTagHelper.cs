using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Codes to be copied by hand: even letters, and never broken in two.</summary>
[HtmlTargetElement("id-codes", Attributes = "list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CodesTagHelper : TagHelper
{
    /// <summary>The codes.</summary>
    public IReadOnlyList<string> List { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "id-codes");
        foreach (var code in List)
            output.Content.AppendHtml(Markup.Element("li", null, Markup.Words(code)));
    }
}
