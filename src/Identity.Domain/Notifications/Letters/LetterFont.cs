using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace Identity.Domain.Notifications.Letters;

/// <summary>A font: what draws its letters, and what puts them beside one another as their script wants it.</summary>
internal sealed class LetterFont : IDisposable
{
    // Ligatures are left out, so that whoever copies from the letter copies what was written.
    private static readonly Feature[] Features = [new(Tag.Parse("liga"), 0), new(Tag.Parse("dlig"), 0)];

    private readonly SKTypeface _typeface;
    private readonly Font _shapes;
    private readonly float _unitsPerEm;

    private LetterFont(SKTypeface typeface, Font shapes, float unitsPerEm) => (_typeface, _shapes, _unitsPerEm) = (typeface, shapes, unitsPerEm);

    /// <exception cref="InvalidDataException">It is no font that can be used.</exception>
    public static LetterFont Read(Stream stream)
    {
        using var data = SKData.Create(stream) ?? throw new InvalidDataException("The font cannot be read.");
        var typeface = SKTypeface.FromData(data) ?? throw new InvalidDataException("The font cannot be used.");
        // Copied, since it is read for as long as the font is used.
        using var blob = new Blob(data.Data, (int)data.Size, MemoryMode.Duplicate);
        using var face = new Face(blob, 0);
        var shapes = new Font(face);
        shapes.SetFunctionsOpenType();
        return new(typeface, shapes, face.UnitsPerEm);
    }

    /// <summary>Whether it can draw a character.</summary>
    public bool Has(Rune character) => _typeface.ContainsGlyph(character.Value);

    /// <summary>Lays out text of one script.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isRightToLeft">Whether the script runs from right to left.</param>
    /// <param name="size">In points.</param>
    public ShapedText Shape(string text, bool isRightToLeft, float size)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _shapes.Shape(buffer, Features);
        var (glyphs, positions) = (buffer.GetGlyphInfoSpan().ToArray(), buffer.GetGlyphPositionSpan().ToArray());
        var (points, at, scale) = (new SKPoint[glyphs.Length], 0f, size / _unitsPerEm);
        for (var index = 0; index < glyphs.Length; index++)
        {
            points[index] = new(at + positions[index].XOffset * scale, -positions[index].YOffset * scale);
            at += positions[index].XAdvance * scale;
        }

        return new(this, size, [.. glyphs.Select(glyph => (ushort)glyph.Codepoint)], points, at);
    }

    public void Draw(SKCanvas canvas, ShapedText text, float x, float y)
    {
        using var font = new SKFont(_typeface, text.Size) { Subpixel = true, Hinting = SKFontHinting.None };
        using var paint = new SKPaint { Color = SKColors.Black };
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(text.Glyphs, font, text.Points);
        using var blob = builder.Build();
        // Null when nothing is visible, such as a space alone.
        if (blob is not null)
            canvas.DrawText(blob, x, y, paint);
    }

    public void Dispose()
    {
        _shapes.Dispose();
        _typeface.Dispose();
    }
}

/// <summary>Text of one font and one direction, ready to draw.</summary>
/// <param name="Font">Its font.</param>
/// <param name="Size">In points.</param>
/// <param name="Glyphs">What is drawn, from left to right.</param>
/// <param name="Points">Where, from the start of the text.</param>
/// <param name="Width">In points.</param>
internal sealed record ShapedText(LetterFont Font, float Size, ushort[] Glyphs, SKPoint[] Points, float Width)
{
    public void Draw(SKCanvas canvas, float x, float y) => Font.Draw(canvas, this, x, y);
}
