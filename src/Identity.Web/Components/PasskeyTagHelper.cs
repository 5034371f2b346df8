using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Identity.Web.Components;

/// <summary>
/// A button that asks the browser for a passkey. It is there only where script runs and knows passkeys, so every page that
/// has one has another way on. Cancelling is no problem: it says that nothing was sent.
/// </summary>
[HtmlTargetElement("id-passkey", Attributes = "kind,action,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasskeyTagHelper(IHtmlGenerator generator, Text text) : TagHelper
{
    // What script may have to say, by the name it says it by.
    private static readonly (string Name, string Words)[] Outcomes =
        [("cancelled", "passkey.cancelled"), ("here", "passkey.here"), ("failed", "passkey.failed")];

    /// <summary><c>get</c> to use one, <c>create</c> to make one, <c>upgrade</c> to make one in silence.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Where the answer is posted.</summary>
    public string Action { get; set; } = "";

    /// <summary>Where the question is fetched.</summary>
    public string Options { get; set; } = "";

    /// <summary>Whether a passkey is offered in the e-mail field as well.</summary>
    public bool Conditional { get; set; }

    /// <summary>Whether it is the second way on of its page.</summary>
    public bool Quiet { get; set; }

    /// <summary>What the button says; none in silence.</summary>
    public Message? Label { get; set; }

    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // Razor sets it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", Action);
        output.Attributes.SetAttribute("data-passkey", Kind);
        output.Attributes.SetAttribute("data-options", Options);
        if (Conditional)
            output.Attributes.SetAttribute("data-conditional", "");
        output.Attributes.Add(new TagHelperAttribute("hidden"));
        output.Content.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        output.Content.AppendHtml(Markup.Void("input", "").With("type", "hidden").With("name", "Credential"));
        if (Label is null)
            return;

        foreach (var (name, words) in Outcomes)
            output.Content.AppendHtml(Markup.Element("p", "govuk-inset-text", text[words]).With("role", "alert").With("data-said", name).With("hidden", true));
        output.Content.AppendHtml(Markup.Element("div", "id-actions",
            Markup.Element("button", Quiet ? "id-button id-button--quiet" : "id-button", Label).With("type", "button")));
    }
}
