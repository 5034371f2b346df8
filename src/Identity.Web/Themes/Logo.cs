using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace Identity.Web.Themes;

/// <summary>
/// A theme's logo: a small SVG of plain shapes, which neither runs nor fetches anything. Pages hold it in
/// their own markup, written anew from what was read, so it costs no request.
/// </summary>
internal static class Logo
{
    private const int Largest = 4 * 1024;
    private static readonly string[] Shapes = ["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"];

    public static IHtmlContent Read(string file, byte[] content, List<string> faults)
    {
        if (content.Length > Largest)
            faults.Add($"{file}: {content.Length} bytes; {Largest} at most");
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new() { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader).Elements().Single();
            faults.AddRange(Faults(file, root));
            return Write(root);
        }
        catch (XmlException problem)
        {
            faults.Add($"{file}: {problem.Message}");
            return HtmlString.Empty;
        }
    }

    private static IEnumerable<string> Faults(string file, XElement root) => root.DescendantsAndSelf()
        .Where(element => !Shapes.Contains(element.Name.LocalName))
        .Select(element => $"{file}: <{element.Name.LocalName}> is not one of {string.Join(", ", Shapes)}")
        .Concat(root.DescendantsAndSelf().Attributes().Where(Acts)
            .Select(attribute => $"{file}: the attribute {attribute.Name.LocalName} is not allowed"));

    private static bool Acts(XAttribute attribute) =>
        attribute.Name.LocalName is "href" or "style" or "class" or "id"
        || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static HtmlString Write(XElement root)
    {
        root.SetAttributeValue("class", "id-header__logo");
        root.SetAttributeValue("width", "40");
        root.SetAttributeValue("height", "40");
        root.SetAttributeValue("aria-hidden", "true");
        root.SetAttributeValue("focusable", "false");
        return new HtmlString(root.ToString(SaveOptions.DisableFormatting));
    }
}
