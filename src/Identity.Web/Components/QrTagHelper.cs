using System.Globalization;
using System.Text;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Identity.Web.Components;

/// <summary>
/// A QR code (ISO/IEC 18004) within the page: nothing is fetched, and black on white in every theme, since a camera has to
/// read it. Whoever cannot see it needs its content in words beside it.
/// </summary>
[HtmlTargetElement("id-qr", Attributes = "text,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : TagHelper
{
    // Fits the narrowest screen, and is read at arm's length.
    private const string Size = "240";

    /// <summary>What it holds.</summary>
    public string Text { get; set; } = "";

    /// <summary>What it is for.</summary>
    public Message Label { get; set; } = null!; // Razor refuses a picture without it.

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var side = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("viewBox", $"0 0 {side} {side}");
        output.Attributes.SetAttribute("width", Size);
        output.Attributes.SetAttribute("height", Size);
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label.ToString());
        output.Content.AppendHtml(Markup.Element("rect", null).With("width", side).With("height", side).With("fill", "#fff"));
        output.Content.AppendHtml(Markup.Element("path", null)
            .With("stroke", "#000")
            .With("shape-rendering", "crispEdges")
            .With("transform", "translate(0 .5)")
            .With("d", Lines(code)));
    }

    /// <summary>A line for each run of dark modules, one module high.</summary>
    private static string Lines(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var (x, end) = (0, 0); x < row.Count; x = end + 1)
            {
                for (end = x; end < row.Count && row[end];)
                    end++;
                if (end > x)
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}");
            }
        }

        return path.ToString();
    }
}
