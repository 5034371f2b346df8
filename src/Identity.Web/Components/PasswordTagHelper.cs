using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A password, never written back to a page. With script, a button shows it.</summary>
[HtmlTargetElement("id-password", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordTagHelper(Text text) : BoxTagHelper(text)
{
    /// <summary><c>current-password</c> or <c>new-password</c>.</summary>
    public string Autocomplete { get; set; } = "current-password";

    private protected override IHtmlContent Control(Field field) => Markup.Element(
        "div", "govuk-input__wrapper govuk-password-input__wrapper",
        Box(field, "govuk-input govuk-password-input__input")
            .With("type", "password")
            .With("autocomplete", Autocomplete)
            .With("autocapitalize", "none"),
        Markup.Element("div", "govuk-visually-hidden").With("aria-live", "polite"),
        Toggle(field));

    private TagBuilder Toggle(Field field) => Markup
        .Element("button", "id-button id-button--quiet govuk-password-input__toggle", Text["common.password.show"])
        .With("type", "button")
        .With("hidden", true)
        .With("aria-controls", field.Id)
        .With("aria-label", Text["common.password.showLabel"].ToString())
        .With("data-shows", field.Id)
        .With("data-show", Text["common.password.show"].ToString())
        .With("data-hide", Text["common.password.hide"].ToString())
        .With("data-show-label", Text["common.password.showLabel"].ToString())
        .With("data-hide-label", Text["common.password.hideLabel"].ToString())
        .With("data-shown", Text["common.password.shown"].ToString())
        .With("data-hidden", Text["common.password.hidden"].ToString());
}
