using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Identity.Web.Locales;

/// <summary>
/// Words for a person, with their values filled in. Written to a page it is HTML with every value
/// encoded; as a string it is the plain words, for a title, an attribute or a letter.
/// </summary>
public sealed class Message : IHtmlContent
{
    private readonly Pattern _pattern;
    private readonly IReadOnlyDictionary<string, object> _values;

    internal Message(Pattern pattern, IReadOnlyDictionary<string, object> values)
    {
        _pattern = pattern;
        _values = values;
    }

    /// <summary>A person's own words, or a partner's: shown as they are, never looked up.</summary>
    public static Message Verbatim(string words) =>
        new(new Pattern(words, [new Pattern.Placeholder("words")]), new Dictionary<string, object> { ["words"] = words });

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(_pattern.Parts, writer, encoder);

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_pattern.Parts.Select(Plain));

    private string Plain(Pattern.Part part) => part switch
    {
        Pattern.Words words => words.Value,
        Pattern.Placeholder placeholder when _values[placeholder.Name] is Message inner => inner.ToString(),
        Pattern.Placeholder placeholder => Bidi.Isolate(Value(placeholder)),
        Pattern.Strong strong => string.Concat(strong.Inner.Select(Plain)),
        Pattern.Link link => string.Concat(link.Inner.Select(Plain)),
        _ => "",
    };

    private string Value(Pattern.Placeholder placeholder) => _values[placeholder.Name].ToString() ?? "";

    private void Write(IReadOnlyList<Pattern.Part> parts, TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in parts)
            Write(part, writer, encoder);
    }

    private void Write(Pattern.Part part, TextWriter writer, HtmlEncoder encoder)
    {
        switch (part)
        {
            case Pattern.Placeholder placeholder when _values[placeholder.Name] is IHtmlContent html:
                html.WriteTo(writer, encoder);
                break;
            case Pattern.Placeholder placeholder when Bidi.RunsRightToLeft(Value(placeholder)):
                writer.Write("<bdi>");
                encoder.Encode(writer, Value(placeholder));
                writer.Write("</bdi>");
                break;
            case Pattern.Strong strong:
                writer.Write("<strong>");
                Write(strong.Inner, writer, encoder);
                writer.Write("</strong>");
                break;
            case Pattern.Link link:
                writer.Write($"<a href=\"{encoder.Encode(_values[link.Target].ToString() ?? "")}\">");
                Write(link.Inner, writer, encoder);
                writer.Write("</a>");
                break;
            default:
                encoder.Encode(writer, Plain(part));
                break;
        }
    }
}
