using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>What is read only where a passkey can be used: script shows it beside the button.</summary>
[HtmlTargetElement("id-when-passkeys")]
public sealed class WhenPasskeysTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("data-when-passkeys", "");
        output.Attributes.Add(new TagHelperAttribute("hidden"));
    }
}
