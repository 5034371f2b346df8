using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>One answer of an <c>id-radios</c> or <c>id-checkboxes</c>.</summary>
[HtmlTargetElement("id-choice", Attributes = "value,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceTagHelper : TagHelper
{
    /// <summary>What is posted.</summary>
    public string Value { get; set; } = "";

    /// <summary>What is read.</summary>
    public Message Label { get; set; } = null!; // Razor refuses a choice without it.

    /// <summary>What helps to choose.</summary>
    public Message? Hint { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var set = (ChoiceSet)context.Items[typeof(ChoiceSet)];
        string css = set.Kind == "radio" ? "govuk-radios" : "govuk-checkboxes";
        string id = set.NextId();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", css + "__item");
        output.Content.AppendHtml(Markup.Void("input", css + "__input")
            .With("type", set.Kind)
            .With("id", id)
            .With("name", set.Name)
            .With("value", Value)
            .With("checked", set.Has(Value))
            .With("aria-describedby", Hint is null ? null : id + "-item-hint"));
        output.Content.AppendHtml(Markup.Element("label", $"govuk-label {css}__label", Label).With("for", id));
        if (Hint is not null)
            output.Content.AppendHtml(Markup.Element("div", $"govuk-hint {css}__hint", Hint).With("id", id + "-item-hint"));
    }
}
