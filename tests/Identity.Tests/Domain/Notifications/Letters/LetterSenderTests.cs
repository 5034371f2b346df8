using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Letters;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Notifications.Letters;

public sealed class LetterSenderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("letters-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_letter_is_one_page_with_the_address_in_the_window()
    {
        await SendAsync(new("Your code", "First line\n\nDo not share <it>.") { Reference = Guid.Empty, Locale = "cy" });

        var page = await File.ReadAllTextAsync(Assert.Single(_folder.GetFiles()).FullName, Cancellation);
        Assert.Contains("<address>Alice Archer<br>1 High Street<br>Cardiff</address>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"cy\">", page, StringComparison.Ordinal);
        Assert.Contains("<p>Do not share &lt;it&gt;.</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_letter_sent_again_is_printed_once()
    {
        var letter = new RenderedMessage("Your code", "Text") { Reference = new Guid("01890a5d-ac96-774b-bcce-b302099a8057") };

        await SendAsync(letter);
        await SendAsync(letter);

        Assert.Equal("01890a5dac96774bbcceb302099a8057.html", Assert.Single(_folder.GetFiles()).Name);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        Assert.True(new LetterOptionsValidator().Validate(null, new() { Folder = Path.Combine(_folder.FullName, "nowhere") }).Failed);

    private Task SendAsync(RenderedMessage letter) => new LetterSender(Options.Create(new LetterOptions { Folder = _folder.FullName }), TestClock.Start())
        .SendAsync("Alice Archer\n1 High Street\nCardiff", letter, Cancellation);
}
