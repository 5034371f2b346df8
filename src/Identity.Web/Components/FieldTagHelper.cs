using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A question: its label, a hint, its problem, and the control that a subclass writes.</summary>
public abstract class FieldTagHelper(Text text) : TagHelper
{
    /// <summary>The property that is asked for.</summary>
    public ModelExpression For { get; set; } = null!; // Razor sets it, and refuses a page without it.

    /// <summary>The question in words.</summary>
    public Message Label { get; set; } = null!; // Checked before use: a question has words.

    /// <summary>What helps to answer.</summary>
    public Message? Hint { get; set; }

    /// <summary>Whether the question is the heading, and so the title, of the page.</summary>
    public bool Heading { get; set; }

    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    private protected Text Text => text;

    /// <summary>What the id of the first box adds to the id of the question.</summary>
    private protected virtual string FirstBox => "";

    private protected abstract Task<IHtmlContent> WriteAsync(Field field, TagHelperContext context, TagHelperOutput output);

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(Label);
        if (Heading)
            PageFrame.Of(ViewContext.HttpContext).Title = Label;
        var field = Field.Of(ViewContext, For, FirstBox);
        var group = await WriteAsync(field, context, output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Group(ProblemOf(field) is not null));
        output.Content.SetHtmlContent(group);
    }

    private protected virtual string? ProblemOf(Field field) => field.Problem;

    private protected IHtmlContent? HintOf(Field field) => Hint is null
        ? null
        : Markup.Element("div", "govuk-hint", Hint).With("id", field.HintId);

    private protected IHtmlContent? ErrorOf(Field field) => ProblemOf(field) is not { } problem ? null : Markup.Element(
        "p", "govuk-error-message",
        Markup.Hidden(text["common.problem.prefix"]), Markup.Words(" " + problem)).With("id", field.ErrorId);

    private static string Group(bool problem) => problem ? "govuk-form-group govuk-form-group--error" : "govuk-form-group";
}
