using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A question that is answered in one box.</summary>
public abstract class BoxTagHelper(Text text) : FieldTagHelper(text)
{
    private protected abstract IHtmlContent Control(Field field);

    private protected override Task<IHtmlContent> WriteAsync(Field field, TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent>(new HtmlContentBuilder()
            .AppendHtml(LabelOf(field))
            .AppendHtml(HintOf(field) ?? HtmlString.Empty)
            .AppendHtml(ErrorOf(field) ?? HtmlString.Empty)
            .AppendHtml(Control(field)));

    private protected TagBuilder Box(Field field, string css) => Markup
        .Void("input", css + (field.Problem is null ? "" : " govuk-input--error"))
        .With("id", field.Id)
        .With("name", field.Name)
        .With("spellcheck", "false")
        .With("aria-describedby", field.DescribedBy(Hint is not null))
        .With("aria-invalid", field.Problem is null ? null : "true");

    private TagBuilder LabelOf(Field field) => Heading
        ? Markup.Element("h1", "govuk-label-wrapper", Words(field, "govuk-label govuk-label--l"))
        : Words(field, "govuk-label");

    private TagBuilder Words(Field field, string css) => Markup.Element("label", css, Label).With("for", field.Id);
}
