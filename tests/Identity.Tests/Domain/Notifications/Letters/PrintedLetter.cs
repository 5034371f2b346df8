using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Identity.Tests.Domain.Notifications.Letters;

/// <summary>A letter as whoever prints it gets it, read back.</summary>
internal sealed class PrintedLetter : IDisposable
{
    private const double Millimetre = 72 / 25.4;

    private readonly PdfDocument _document;

    public PrintedLetter(byte[] pdf) => (_document, Raw) = (PdfDocument.Open(pdf), Encoding.Latin1.GetString(pdf));

    /// <summary>A word, and where its box is on the page, in millimetres from the left and from the top.</summary>
    public sealed record Word(string Text, double Left, double Top, double Right, double Bottom);

    public string Raw { get; }

    public string? Title => _document.Information.Title;

    public int Pages => _document.NumberOfPages;

    public (double Width, double Height) Size => (Math.Round(_document.GetPage(1).Width / Millimetre), Math.Round(_document.GetPage(1).Height / Millimetre));

    public IReadOnlyList<Word> Words(int page = 1) => [.. _document.GetPage(page).GetWords().Select(word => Of(word, _document.GetPage(page).Height))];

    /// <summary>All words of a page, as they are written: the shapes that Arabic letters take within words are those letters.</summary>
    public string Text(int page = 1) => string.Join(' ', Words(page).Select(word => word.Text)).Normalize(NormalizationForm.FormKC);

    /// <summary>The letters themselves, from left to right.</summary>
    public string Letters(int page = 1) => string.Concat(_document.GetPage(page).Letters.Select(letter => letter.Value));

    public IReadOnlyList<string> Fonts => [.. _document.GetPage(1).Letters.Select(letter => letter.FontName ?? "").Distinct()];

    public void Dispose() => _document.Dispose();

    private static Word Of(UglyToad.PdfPig.Content.Word word, double height) => new(word.Text, word.BoundingBox.Left / Millimetre,
        (height - word.BoundingBox.Top) / Millimetre, word.BoundingBox.Right / Millimetre, (height - word.BoundingBox.Bottom) / Millimetre);
}
