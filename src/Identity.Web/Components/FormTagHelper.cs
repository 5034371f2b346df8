using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>
/// A form that posts to its own page, guarded against forgery. Its action ends in <c>#problem</c>: a
/// browser keeps that through the redirect, so the summary of problems is found without script.
/// </summary>
[HtmlTargetElement("id-form")]
public sealed class FormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page handler, when the page has more than one.</summary>
    public string? Handler { get; set; }

    /// <summary>Whether files are sent with it.</summary>
    public bool Files { get; set; }

    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("novalidate", "novalidate");
        output.Attributes.SetAttribute("action", Action(ViewContext.HttpContext.Request));
        if (Files)
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }

    private string Action(HttpRequest request)
    {
        var query = QueryString.Create(request.Query.Where(part => part.Key != "handler"));
        if (Handler is not null)
            query = query.Add("handler", Handler);
        return $"{(request.PathBase + request.Path).ToUriComponent()}{query.ToUriComponent()}#problem";
    }
}
