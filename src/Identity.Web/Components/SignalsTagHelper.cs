using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>What script tells the browser's passkey manager (WebAuthn §5.1.10): nothing that a person sees.</summary>
[HtmlTargetElement("id-signals", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SignalsTagHelper : TagHelper
{
    /// <summary>JSON; nothing is written where there is none.</summary>
    public string? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Value))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-signals", Value);
        output.Attributes.Add(new TagHelperAttribute("hidden"));
    }
}
