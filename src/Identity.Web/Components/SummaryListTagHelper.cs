using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Facts in two columns: what it is, and what it says.</summary>
[HtmlTargetElement("id-summary-list")]
[RestrictChildren("id-row")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <summary>One fact, its value inside, with a link to change it if it can be changed.</summary>
[HtmlTargetElement("id-row", Attributes = "key")]
public sealed class RowTagHelper : TagHelper
{
    /// <summary>What the fact is.</summary>
    public Message Key { get; set; } = null!; // Razor refuses a row without it.

    /// <summary>Where it can be changed.</summary>
    public string? Href { get; set; }

    /// <summary>More about it, below the value.</summary>
    public Message? Hint { get; set; }

    /// <summary>The words of that link.</summary>
    public Message? Action { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-summary-list__row");
        output.Content.AppendHtml(Markup.Element("dt", "govuk-summary-list__key", Key));
        output.Content.AppendHtml(Markup.Element(
            "dd", "govuk-summary-list__value", Markup.Element("bdi", null, value), Hint is null ? null : Markup.Element("div", "govuk-hint", Hint)));
        if (Href is null || Action is null)
            return;
        output.Content.AppendHtml(Markup.Element("dd", "govuk-summary-list__actions", Markup.Element(
            "a", null, Action, Markup.Hidden(Markup.Words($" ({Key})"))).With("href", Href)));
    }
}
