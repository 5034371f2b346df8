using System.Globalization;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Several lines of text, such as an address. What was typed is kept when it has to be corrected.</summary>
[HtmlTargetElement("id-textarea", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper(Text text) : BoxTagHelper(text)
{
    /// <summary>How many lines an answer usually has.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>What a browser may fill in (WCAG 2.2 §1.3.5).</summary>
    public string? Autocomplete { get; set; }

    private protected override IHtmlContent Control(Field field) => Markup
        .Element("textarea", "govuk-textarea" + (field.Problem is null ? "" : " govuk-textarea--error"), Markup.Words(field.Value ?? ""))
        .With("id", field.Id)
        .With("name", field.Name)
        .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
        .With("spellcheck", "false")
        // An address may be in a script that runs from right to left.
        .With("dir", "auto")
        .With("autocomplete", Autocomplete)
        .With("aria-describedby", field.DescribedBy(Hint is not null))
        .With("aria-invalid", field.Problem is null ? null : "true");
}
