using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A code that was sent to the person. Spaces and hyphens are welcome; it is text, not a number.</summary>
[HtmlTargetElement("id-code", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CodeTagHelper(Text text) : BoxTagHelper(text)
{
    private protected override IHtmlContent Control(Field field) => Box(field, "govuk-input govuk-input--code")
        .With("type", "text")
        .With("inputmode", "numeric")
        .With("autocomplete", "one-time-code")
        .With("value", field.Value);
}
