using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Letters;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Notifications.Letters;

public sealed class LetterSenderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("letters-");

    private readonly LetterFonts _fonts = new(Options.Create(new LetterOptions()));

    public void Dispose()
    {
        _fonts.Dispose();
        _folder.Delete(recursive: true);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_laid_down_whole()
    {
        await SendAsync(new("Your code", "First line\n\nDo not share it.") { Reference = Guid.Empty });

        using var letter = new PrintedLetter(await File.ReadAllBytesAsync(Assert.Single(_folder.GetFiles()).FullName, Cancellation));
        Assert.StartsWith("Alice Archer 1 High Street Cardiff", letter.Text(), StringComparison.Ordinal);
        Assert.Contains("Do not share it.", letter.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_letter_sent_again_is_printed_once()
    {
        var letter = new RenderedMessage("Your code", "Text") { Reference = new Guid("01890a5d-ac96-774b-bcce-b302099a8057") };

        await SendAsync(letter);
        await SendAsync(letter);

        Assert.Equal("01890a5dac96774bbcceb302099a8057.pdf", Assert.Single(_folder.GetFiles()).Name);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        Assert.True(new LetterOptionsValidator().Validate(null, new() { Folder = Path.Combine(_folder.FullName, "nowhere") }).Failed);

    [Theory]
    [InlineData("nowhere.ttf")]
    [InlineData("text.ttf")]
    public void A_font_that_is_none_stops_the_start(string name)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "text.ttf"), "no font");

        var result = new LetterOptionsValidator().Validate(null, new() { FallbackFont = Path.Combine(_folder.FullName, name) });
        Assert.StartsWith("Letters:FallbackFont is ", Assert.Single(result.Failures!), StringComparison.Ordinal); // It failed.
    }

    private Task SendAsync(RenderedMessage letter) => new LetterSender(Options.Create(new LetterOptions { Folder = _folder.FullName }), new LetterPdf(_fonts), TestClock.Start())
        .SendAsync("Alice Archer\n1 High Street\nCardiff", letter, Cancellation);
}
