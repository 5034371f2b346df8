using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A file from the person's device. Its form has <c>files</c>.</summary>
[HtmlTargetElement("id-file", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper(Text text) : BoxTagHelper(text)
{
    /// <summary>The media types that are of use, with commas between.</summary>
    public string? Accept { get; set; }

    /// <summary>Whether several may be chosen.</summary>
    public bool Several { get; set; }

    private protected override IHtmlContent Control(Field field) => Box(field, "govuk-input")
        .With("type", "file")
        .With("autocomplete", "off")
        .With("accept", Accept)
        .With("multiple", Several);
}
