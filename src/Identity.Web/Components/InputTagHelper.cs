using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A line of text. What was typed is kept when it has to be corrected.</summary>
[HtmlTargetElement("id-input", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(Text text) : BoxTagHelper(text)
{
    private const string Username = "username";

    /// <summary>The kind of keyboard to show: text, email, tel; or username, which an e-mail address may be and need not.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What a browser may fill in (WCAG 2.2 §1.3.5).</summary>
    public string? Autocomplete { get; set; }

    /// <summary>How many characters an answer usually has: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    private protected override IHtmlContent Control(Field field) => Box(field, Css)
        .With("type", Type == Username ? "text" : Type)
        .With("inputmode", Type == Username ? "email" : null)
        .With("spellcheck", Type == Username ? "false" : null)
        .With("value", field.Value)
        // A name or an address may be in a script that runs from right to left.
        .With("dir", "auto")
        .With("autocomplete", Autocomplete)
        .With("autocapitalize", Type is "email" or Username ? "none" : null);

    private string Css => Width is null ? "govuk-input" : $"govuk-input govuk-input--width-{Width}";
}
