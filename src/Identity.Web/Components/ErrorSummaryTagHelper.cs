using Identity.Web.Locales;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>
/// Every problem of the page, in the order of its fields, each a link to its field. The layout has it
/// above each page, where it writes nothing while nothing is wrong.
/// </summary>
[HtmlTargetElement("id-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Text text) : TagHelper
{
    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("id", "problem");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.SetHtmlContent(Markup.Element(
            "div", null,
            Markup.Element("h2", "govuk-error-summary__title", text["common.problem.title"]),
            Markup.Element("ul", "govuk-error-summary__list", [.. Problems()])).With("role", "alert"));
    }

    private IEnumerable<IHtmlContent> Problems()
    {
        var frame = PageFrame.Of(ViewContext.HttpContext);
        var ofFields = frame.Problems.Select(problem => (IHtmlContent)Markup.Element(
            "li", null, Markup.Element("a", null, Markup.Words(problem.Words)).With("href", "#" + problem.FieldId)));
        var ofThePage = ViewContext.ModelState
            .Where(entry => !frame.Fields.Contains(entry.Key))
            .SelectMany(entry => entry.Value?.Errors ?? [])
            .Select(error => (IHtmlContent)Markup.Element("li", null, Markup.Words(error.ErrorMessage)));
        return ofFields.Concat(ofThePage);
    }
}
