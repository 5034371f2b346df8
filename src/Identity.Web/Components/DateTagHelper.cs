using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A date a person knows by heart, in three boxes; bound to <see cref="DateParts"/>.</summary>
[HtmlTargetElement("id-date", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(Text text) : SetTagHelper(text)
{
    private IReadOnlyList<Field> _parts = [];

    /// <summary>Whether it is the person's own birthday, which a browser may know.</summary>
    public bool Birthday { get; set; }

    private protected override string Role => "group";

    private protected override string FirstBox => "-Day";

    // A problem of one box is the problem of the question: one message above the three.
    private protected override string? ProblemOf(Field field) =>
        field.Problem ?? _parts.Select(part => part.Problem).FirstOrDefault(problem => problem is not null);

    private protected override Task<IHtmlContent> ControlsAsync(
        Field field, TagHelperContext context, TagHelperOutput output)
    {
        var date = field.Model as DateParts ?? new DateParts();
        _parts = [field.Part("Day", date.Day), field.Part("Month", date.Month), field.Part("Year", date.Year)];
        return Task.FromResult<IHtmlContent>(Markup.Element(
            "div", "govuk-date-input",
            Box(field, _parts[0], Text["common.date.day"], "bday-day", 2),
            Box(field, _parts[1], Text["common.date.month"], "bday-month", 2),
            Box(field, _parts[2], Text["common.date.year"], "bday-year", 4)));
    }

    private TagBuilder Box(Field whole, Field part, Message label, string autocomplete, int width)
    {
        bool wrong = part.Problem is not null || (whole.Problem is not null && _parts.All(each => each.Problem is null));
        return Markup.Element(
            "div", "govuk-date-input__item",
            Markup.Element("label", "govuk-label govuk-date-input__label", label).With("for", part.Id),
            Markup.Void("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}{(wrong ? " govuk-input--error" : "")}")
                .With("id", part.Id)
                .With("name", part.Name)
                .With("type", "text")
                .With("inputmode", "numeric")
                .With("value", part.Value)
                .With("autocomplete", Birthday ? autocomplete : "off")
                .With("aria-invalid", wrong ? "true" : null));
    }
}
