using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Pages of other sites that a browser loads and nobody sees. They can neither take this page elsewhere nor open another.</summary>
[HtmlTargetElement("id-frames", Attributes = "pages")]
public sealed class FramesTagHelper : TagHelper
{
    /// <summary>Their addresses, whose origins the page's content security policy must allow.</summary>
    public IReadOnlyList<string> Pages { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var page in Pages)
            output.Content.AppendHtml(Markup.Element("iframe", null).With("src", page).With("hidden", present: true).With("sandbox", "allow-forms allow-same-origin allow-scripts"));
    }
}
