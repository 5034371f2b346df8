using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A single box to tick, for a yes that is no by default.</summary>
[HtmlTargetElement("id-tick", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickTagHelper(Text text) : FieldTagHelper(text)
{
    private protected override Task<IHtmlContent> WriteAsync(Field field, TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent>(new HtmlContentBuilder()
            .AppendHtml(ErrorOf(field) ?? HtmlString.Empty)
            .AppendHtml(Markup.Element("div", "govuk-checkboxes", Item(field))));

    private TagBuilder Item(Field field) => Markup.Element(
        "div", "govuk-checkboxes__item",
        Markup.Void("input", "govuk-checkboxes__input")
            .With("type", "checkbox")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("value", "true")
            .With("checked", field.Value?.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase) == true)
            .With("aria-describedby", field.DescribedBy(Hint is not null))
            .With("aria-invalid", field.Problem is null ? null : "true"),
        Markup.Element("label", "govuk-label govuk-checkboxes__label", Label).With("for", field.Id),
        Hint is null ? null : Markup.Element("div", "govuk-hint govuk-checkboxes__hint", Hint).With("id", field.HintId));
}
