using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>One of several things of a kind, under a title of its own.</summary>
[HtmlTargetElement("id-card", Attributes = "key")]
public sealed class CardTagHelper : TagHelper
{
    /// <summary>What it is called.</summary>
    public Message Key { get; set; } = null!; // Razor refuses a card without it.

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-summary-card");
        output.Content.AppendHtml(Markup.Element("div", "govuk-summary-card__title-wrapper", Markup.Element("h3", "govuk-summary-card__title", Markup.Element("bdi", null, Key))));
        output.Content.AppendHtml(Markup.Element("div", "govuk-summary-card__content", body));
    }
}
