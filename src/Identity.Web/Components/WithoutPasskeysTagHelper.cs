using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>What is read where no passkey can be used; script takes it away where one can.</summary>
[HtmlTargetElement("id-without-passkeys")]
public sealed class WithoutPasskeysTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("data-without-passkeys", "");
    }
}
