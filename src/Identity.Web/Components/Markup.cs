using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Identity.Web.Components;

/// <summary>Elements written in one expression; what is null is left out.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css, params IHtmlContent?[] content)
    {
        var element = new TagBuilder(name);
        element.With("class", css);
        foreach (var part in content.OfType<IHtmlContent>())
            element.InnerHtml.AppendHtml(part);
        return element;
    }

    public static TagBuilder Void(string name, string? css)
    {
        var element = Element(name, css);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
            element.Attributes[attribute] = value;
        return element;
    }

    /// <summary>An attribute that is there or not, such as <c>checked</c>.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, bool present) =>
        element.With(attribute, present ? "" : null);

    public static IHtmlContent Words(string words) => new StringHtmlContent(words);

    public static TagBuilder Hidden(IHtmlContent words) => Element("span", "govuk-visually-hidden", words);
}
