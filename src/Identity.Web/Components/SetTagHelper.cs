using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A question with several controls, held together by a fieldset.</summary>
public abstract class SetTagHelper(Text text) : FieldTagHelper(text)
{
    private protected abstract Task<IHtmlContent> ControlsAsync(Field field, TagHelperContext context, TagHelperOutput output);

    private protected const string RadioGroup = "radiogroup";

    private protected virtual string? Role => null;

    private protected override async Task<IHtmlContent> WriteAsync(Field field, TagHelperContext context, TagHelperOutput output)
    {
        var controls = await ControlsAsync(field, context, output);
        return Markup.Element("fieldset", "govuk-fieldset", Legend(), HintOf(field), ErrorOf(field), controls)
            .With("role", Role)
            // WAI-ARIA 1.2 §6.6: a group of radio buttons can be marked as wrong, a plain group cannot.
            .With("aria-invalid", Role == RadioGroup && ProblemOf(field) is not null ? "true" : null)
            .With("aria-describedby", Described(field));
    }

    private string? Described(Field field) =>
        string.Join(' ', new[] { Hint is null ? null : field.HintId, ProblemOf(field) is null ? null : field.ErrorId }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    private TagBuilder Legend() => Heading
        ? Markup.Element("legend", "govuk-fieldset__legend govuk-fieldset__legend--l",
            Markup.Element("h1", "govuk-fieldset__heading", Label))
        : Markup.Element("legend", "govuk-fieldset__legend govuk-fieldset__legend--m", Label);
}
