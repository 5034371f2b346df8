using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A line in which words are looked for on the page it stands on, by GET, so that what was found has an address.</summary>
[HtmlTargetElement("id-search", Attributes = "label,button", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SearchTagHelper : TagHelper
{
    /// <summary>What is looked for, in words.</summary>
    public Message Label { get; set; } = null!; // Razor refuses a search without it.

    /// <summary>What begins it.</summary>
    public Message Button { get; set; } = null!; // As above.

    /// <summary>What was looked for.</summary>
    public string Value { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.Content.AppendHtml(Markup.Element("div", "govuk-form-group",
            Markup.Element("label", "govuk-label", Label).With("for", "q"),
            Markup.Void("input", "govuk-input").With("id", "q").With("name", "q").With("type", "search").With("spellcheck", "false").With("autocomplete", "off").With("dir", "auto").With("value", Value)));
        output.Content.AppendHtml(Markup.Element("button", "id-button id-button--quiet", Button).With("type", "submit"));
    }
}
