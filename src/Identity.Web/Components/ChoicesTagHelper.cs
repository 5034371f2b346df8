using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>Answers to choose from: one with <c>id-radios</c>, any with <c>id-checkboxes</c>.</summary>
[HtmlTargetElement("id-radios", Attributes = "for")]
[HtmlTargetElement("id-checkboxes", Attributes = "for")]
[RestrictChildren("id-choice")]
public sealed class ChoicesTagHelper(Text text) : SetTagHelper(text)
{
    private string? _role;

    private protected override string? Role => _role;

    private protected override async Task<IHtmlContent> ControlsAsync(
        Field field, TagHelperContext context, TagHelperOutput output)
    {
        string kind = context.TagName == "id-radios" ? "radio" : "checkbox";
        _role = kind == "radio" ? RadioGroup : null;
        context.Items[typeof(ChoiceSet)] = new ChoiceSet(field, kind);
        var choices = await output.GetChildContentAsync();
        return Markup.Element("div", kind == "radio" ? "govuk-radios" : "govuk-checkboxes", choices);
    }
}

/// <summary>What a choice knows of its set.</summary>
internal sealed class ChoiceSet(Field field, string kind)
{
    private readonly IReadOnlyCollection<string> _chosen = field switch
    {
        { Value: { } one } when kind == "radio" => [one],
        { Model: IEnumerable<string> many } => [.. many],
        _ => [],
    };

    private int _count;

    public string Kind => kind;

    public string Name { get; } = field.Name;

    public bool Has(string value) => _chosen.Contains(value);

    // The first choice has the id of the field: the summary of problems leads there.
    public string NextId() => ++_count == 1 ? field.Id : $"{field.Id}-{_count}";
}
