using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>
/// The sign-in name that a password on this page belongs to. People do not see it; a password manager
/// does, and so saves and fills in the right pair.
/// </summary>
[HtmlTargetElement("id-username", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UsernameTagHelper : TagHelper
{
    /// <summary>The name.</summary>
    public string Value { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Void("input", null)
            .With("type", "text")
            .With("name", "username")
            .With("value", Value)
            .With("autocomplete", "username")
            .With("readonly", true)
            .With("hidden", true));
    }
}
