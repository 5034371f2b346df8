using System.Globalization;
using SkiaSharp;

namespace Identity.Domain.Notifications.Letters;

/// <summary>
/// A letter as PDF/A on A4, with its fonts in it, and the address where the window of a DL envelope shows it (BS 4264: 90 by
/// 35 mm, 20 mm from the left) whichever way the sheet slides. Longer letters go on to further pages; each has its number.
/// Not supported: tags for whoever reads the file by ear, since it is printed and they are written to in another way.
/// </summary>
internal sealed class LetterPdf(LetterFonts fonts)
{
    private const float Millimetre = 72f / 25.4f;
    private const float PageWidth = 210 * Millimetre;
    private const float PageHeight = 297 * Millimetre;
    private const float Left = 22 * Millimetre;
    private const float TextWidth = 166 * Millimetre;
    private const float WindowTop = 57 * Millimetre;
    private const float WindowHeight = 24 * Millimetre;
    private const float WindowWidth = 78 * Millimetre;
    private const float FirstLine = 105 * Millimetre;
    private const float LaterTop = 25 * Millimetre;
    private const float Bottom = 270 * Millimetre;
    private const float NumberLine = 285 * Millimetre;
    private const float Small = 9;
    private const float Body = 12;
    private const float Heading = 16;
    private const float Leading = 1.4f;
    private const float AddressLeading = 1.2f;

    // A sheet folded in three is 99 mm high and its envelope 110 mm: from 57 to 81 mm of it show wherever in there it lies.
    private static readonly float[] AddressSizes = [12, 11, 10, 9, 8, 7, 6];

    private readonly LetterLines _lines = new(fonts);
    private readonly Lock _lock = new();

    private sealed record Placed(IReadOnlyList<ShapedText> Line, float Y);

    /// <summary>Writes it.</summary>
    /// <exception cref="MessageRefusedException">No font has one of its characters.</exception>
    public byte[] Write(string address, RenderedMessage letter, DateTimeOffset now)
    {
        // What puts letters beside one another is for one thread at a time.
        using var one = _lock.EnterScope();
        var pages = Paginate(letter, now);
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = letter.Subject, Creation = now.UtcDateTime, Modified = now.UtcDateTime, PdfA = true }))
        {
            foreach (var (number, page) in pages.Index())
            {
                var canvas = document.BeginPage(PageWidth, PageHeight);
                if (number == 0)
                    Draw(canvas, Address(address));
                Draw(canvas, page);
                var count = _lines.Shape($"{number + 1}/{pages.Count}", Small);
                Draw(canvas, count, PageWidth - Left - LetterLines.Width(count), NumberLine);
                document.EndPage();
            }

            document.Close();
        }

        return LetterLanguage.Name(file.ToArray(), letter.Locale);
    }

    // As large as fits: a post code that is cut off leads nowhere.
    private IEnumerable<Placed> Address(string address)
    {
        var (size, lines) = AddressSizes.Select(size => (Size: size, Lines: _lines.Break(address, size, WindowWidth)))
            .FirstOrDefault(set => set.Lines.Count * set.Size * AddressLeading <= WindowHeight);
        return lines is null
            ? throw new MessageRefusedException("The address has more lines than the window of an envelope shows.")
            : lines.Select((line, at) => new Placed(line, WindowTop + size + at * size * AddressLeading));
    }

    private List<List<Placed>> Paginate(RenderedMessage letter, DateTimeOffset now)
    {
        List<List<Placed>> pages = [[]];
        var y = FirstLine;
        Add(now.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(letter.Locale)), Body);
        Add(letter.Subject, Heading);
        foreach (var paragraph in letter.Body.ReplaceLineEndings("\n").Split("\n\n"))
            Add(paragraph, Body);
        return pages;

        void Add(string text, float size)
        {
            foreach (var line in _lines.Break(text, size, TextWidth))
            {
                if (y > Bottom)
                {
                    pages.Add([]);
                    y = LaterTop;
                }

                pages[^1].Add(new(line, y));
                y += size * Leading;
            }

            y += Body * Leading / 2;
        }
    }

    private static void Draw(SKCanvas canvas, IEnumerable<Placed> lines)
    {
        foreach (var placed in lines)
            Draw(canvas, placed.Line, Left, placed.Y);
    }

    private static void Draw(SKCanvas canvas, IEnumerable<ShapedText> line, float x, float y)
    {
        foreach (var piece in line)
        {
            piece.Draw(canvas, x, y);
            x += piece.Width;
        }
    }
}
