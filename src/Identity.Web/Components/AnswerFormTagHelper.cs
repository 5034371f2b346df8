using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A form that takes given fields to another site, when its button is pressed.</summary>
[HtmlTargetElement("id-answer-form", Attributes = "action,fields")]
public sealed class AnswerFormTagHelper : TagHelper
{
    /// <summary>Where they go.</summary>
    public string Action { get; set; } = "";

    /// <summary>What goes there.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Fields { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", Action);
        foreach (var (name, value) in Fields)
            output.PreContent.AppendHtml(Markup.Void("input", null).With("type", "hidden").With("name", name).With("value", value));
    }
}
