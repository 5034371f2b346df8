using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Letters;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Notifications.Letters;

public sealed class LetterPdfTests : IDisposable
{
    private const string Home = "Alice Archer\n1 High Street\nCardiff\nCF10 1AA";

    private readonly LetterFonts _fonts = new(Options.Create(new LetterOptions()));

    public void Dispose() => _fonts.Dispose();

    [Fact]
    public void A_letter_is_one_page_of_A4_that_says_what_it_is()
    {
        using var letter = Print("Your code", "First paragraph.\n\nSecond paragraph.");

        Assert.Equal((1, (210.0, 297.0), "Your code"), (letter.Pages, letter.Size, letter.Title));
        Assert.Equal("Alice Archer 1 High Street Cardiff CF10 1AA 1 June 2026 Your code First paragraph. Second paragraph. 1/1", letter.Text());
    }

    [Theory]
    [InlineData(Home)]
    [InlineData("Alice Archer\nFlat 1\nThe Old School House\n1 High Street\nLlanfairpwllgwyngyll\nYnys Môn\nLL61 5UJ\nUnited Kingdom")]
    [InlineData("Sir Bartholomew Featherstonehaugh-Cholmondeley of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\n1 High Street\nCF10 1AA")]
    [Spec("BS 4264", "Table 1")]
    public void The_whole_address_stands_in_the_window_however_the_sheet_slides(string address)
    {
        using var letter = Print("Your code", "Text", address);

        // A sheet folded in three is 210 by 99 mm, its envelope 220 by 110 mm with a window from 20 to 110 mm and, from above, 57
        // to 92 mm: the sheet may lie up to 10 mm further right and 11 mm lower.
        var words = letter.Words().Where(word => word.Top < 95).ToList();
        Assert.Equal(address.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), string.Concat(words.Select(word => word.Text)));
        Assert.All(words, word => Assert.True(word is { Left: >= 20, Right: <= 100, Top: >= 57, Bottom: <= 81 }, word.ToString()));
    }

    [Fact]
    public void Nothing_else_shows_in_the_window()
    {
        using var letter = Print("Your code", "Text", "Alice");

        Assert.Equal("Alice", letter.Words()[0].Text);
        Assert.All(letter.Words().Skip(1), word => Assert.True(word.Top > 95, word.ToString()));
    }

    [Fact]
    public void A_long_letter_goes_on_to_pages_that_are_numbered()
    {
        var paragraphs = Enumerable.Range(1, 60).Select(number => $"Paragraph {number} of a letter that is longer than one sheet of paper.");

        using var letter = Print("Your code", string.Join("\n\n", paragraphs));

        Assert.Equal(3, letter.Pages);
        Assert.EndsWith("1/3", letter.Text(), StringComparison.Ordinal);
        Assert.EndsWith("3/3", letter.Text(3), StringComparison.Ordinal);
        Assert.Contains("Paragraph 60 ", letter.Text(3), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 3).SelectMany(letter.Words), word => Assert.True(word is { Left: >= 20, Right: <= 190, Bottom: <= 290 }, word.ToString()));
    }

    [Fact]
    public void A_line_that_is_too_long_goes_on_in_the_next()
    {
        using var letter = Print("Your code", $"Open https://{new string('a', 200)}.example/ to go on.");

        Assert.Contains(new string('a', 200), string.Concat(letter.Words().Select(word => word.Text)), StringComparison.Ordinal);
        Assert.All(letter.Words(), word => Assert.True(word.Right <= 190, word.ToString()));
    }

    [Fact]
    public void Welsh_is_written_with_its_own_letters_and_named()
    {
        using var letter = Print("Eich cod", "Mae’r tŷ ger y dŵr. Ŵy, ŷd, môr, tân.", "Siân Ŵyn\nTŷ Gwyn\nCaerdydd", "cy");

        Assert.Contains("Siân Ŵyn Tŷ Gwyn Caerdydd 1 Mehefin 2026", letter.Text(), StringComparison.Ordinal);
        Assert.Contains("Mae’r tŷ ger y dŵr. Ŵy, ŷd, môr, tân.", letter.Text(), StringComparison.Ordinal);
        Assert.Contains("/Lang (cy)", letter.Raw, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("ISO 32000-1", "7.5.6")]
    public void What_names_the_language_is_found_where_the_file_says()
    {
        using var letter = Print("Your code", "Text");

        var table = Place(letter.Raw, "startxref\n");
        Assert.Equal("xref", letter.Raw[table..(table + 4)]);
        var catalogue = letter.Raw[table..].Split('\n') is ["xref", var numbers, var entry, ..] ? (Number: numbers.Split(' ')[0], At: int.Parse(entry[..10], null)) : default;
        Assert.StartsWith($"{catalogue.Number} 0 obj\n<</Type /Catalog", letter.Raw[catalogue.At..], StringComparison.Ordinal);
        Assert.Equal("xref", letter.Raw[Place(letter.Raw, "/Prev ")..][..4]);

        static int Place(string raw, string name) => int.Parse(string.Concat(raw[(raw.LastIndexOf(name, StringComparison.Ordinal) + name.Length)..].TakeWhile(char.IsAsciiDigit)), null);
    }

    [Fact]
    public void Arabic_letters_join_and_run_from_right_to_left()
    {
        using var letter = Print("Your code", "Text", "محمد علي\n1 High Street");

        // From left to right the last letter comes first, and each has the shape that it has within its word.
        Assert.StartsWith("ﻲﻠﻋ ﺪﻤﺤﻣ", letter.Letters(), StringComparison.Ordinal);
        var words = letter.Words();
        Assert.Contains(words, word => word.Text == "High");
        Assert.True(words.Single(word => word.Text == "ﺪﻤﺤﻣ").Left > words.Single(word => word.Text == "ﻲﻠﻋ").Left);
    }

    [Fact]
    public void A_name_in_another_script_stands_where_it_was_written()
    {
        using var letter = Print("Your code", "Dear \u2068محمد\u2069, your code is 12345.");

        Assert.Contains("Dear ﺪﻤﺤﻣ, your code is 12345.", letter.Letters(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("ISO 19005-2", "6.2.11.4.1")]
    public void Its_font_is_in_the_file()
    {
        using var letter = Print("Your code", "Text");

        Assert.EndsWith("DejaVuSans", Assert.Single(letter.Fonts), StringComparison.Ordinal);
        Assert.Contains("/FontFile2", letter.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_font_can_write_is_not_posted() =>
        Assert.Contains("U+5F20", Assert.Throws<MessageRefusedException>(() => Print("Your code", "Text", "张伟\n1 High Street").Dispose()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_address_that_no_window_shows_is_not_posted() =>
        Assert.Throws<MessageRefusedException>(() => Print("Your code", "Text", string.Join('\n', Enumerable.Repeat("line", 20))).Dispose());

    private PrintedLetter Print(string subject, string body, string address = Home, string locale = "en") =>
        new(new LetterPdf(_fonts).Write(address, new RenderedMessage(subject, body) { Locale = locale }, TestClock.Start().GetUtcNow()));
}
