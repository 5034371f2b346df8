using System.Globalization;
using System.Text;

namespace Identity.Domain.Notifications.Letters;

/// <summary>
/// Breaks text into lines that fit, and each line into pieces of one font and one direction. Lines run from left to right, as
/// all languages of the product do; names and addresses within them may run the other way. Not supported: embedding of one
/// direction in the other beyond one level (Unicode Standard Annex #9 §3.3.2), which no name or address has.
/// </summary>
internal sealed class LetterLines(LetterFonts fonts)
{
    /// <summary>The lines of a text, each as pieces from left to right.</summary>
    /// <param name="text">With line feeds where lines end in any case.</param>
    /// <param name="size">In points.</param>
    /// <param name="width">The most that a line has, in points.</param>
    public IReadOnlyList<IReadOnlyList<ShapedText>> Break(string text, float size, float width) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrap(Visible(line), size, width)).Select(line => Shape(line, size))];

    /// <summary>One line, however long it is.</summary>
    public IReadOnlyList<ShapedText> Shape(string line, float size) => [.. Runs(line).Select(run => run.Font.Shape(run.Text, run.IsRightToLeft, size))];

    public static float Width(IEnumerable<ShapedText> line) => line.Sum(piece => piece.Width);

    private IEnumerable<string> Wrap(string line, float size, float width)
    {
        var current = "";
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, size, width)))
        {
            var longer = current.Length == 0 ? word : $"{current} {word}";
            if (current.Length > 0 && Width(Shape(longer, size)) > width)
            {
                yield return current;
                longer = word;
            }

            current = longer;
        }

        yield return current;
    }

    // A word that is wider than the line, such as a long address of a page, goes on in the next.
    private IEnumerable<string> Cut(string word, float size, float width)
    {
        var part = "";
        foreach (var letter in Letters(word))
        {
            if (part.Length > 0 && Width(Shape(part + letter, size)) > width)
            {
                yield return part;
                part = "";
            }

            part += letter;
        }

        yield return part;
    }

    private static IEnumerable<string> Letters(string word)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private IEnumerable<(LetterFont Font, bool IsRightToLeft, string Text)> Runs(string line)
    {
        var directions = LetterDirections.Of(line);
        var run = new StringBuilder();
        (LetterFont Font, bool IsRightToLeft)? current = null;
        for (var at = 0; at < line.Length;)
        {
            var rune = Rune.GetRuneAt(line, at);
            // A mark stays with the letter that it stands on, and a space with what precedes it.
            var next = current is { } before && (IsPart(rune) || before.Font.Has(rune)) ? before.Font : fonts.Of(rune);
            if (current is { } open && (open.Font != next || open.IsRightToLeft != directions[at]))
            {
                yield return (open.Font, open.IsRightToLeft, run.ToString());
                run.Clear();
            }

            current = (next, directions[at]);
            run.Append(rune);
            at += rune.Utf16SequenceLength;
        }

        if (current is { } last)
            yield return (last.Font, last.IsRightToLeft, run.ToString());
    }

    private static bool IsPart(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    // What isolates one direction from another (Unicode Standard Annex #9) is told by the letters themselves here.
    private static string Visible(string line) => string.Concat(line.Normalize(NormalizationForm.FormC).EnumerateRunes()
        .Where(rune => rune.Value is not (0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) && !Rune.IsControl(rune)));
}
