using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>A button that sends its form; with <c>href</c>, a link that looks like one.</summary>
[HtmlTargetElement("id-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary><c>quiet</c> for the second way on, <c>grave</c> for what cannot be undone, <c>link</c> for the least.</summary>
    public string? Kind { get; set; }

    /// <summary>Where to go, when nothing is sent.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "id-button" : $"id-button id-button--{Kind}");
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
        else if (!context.AllAttributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
    }
}
