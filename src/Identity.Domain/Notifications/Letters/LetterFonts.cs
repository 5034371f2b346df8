using System.Text;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Letters;

/// <summary>
/// What letters are written in: the font that comes with the program, which has Latin, Greek, Cyrillic, Arabic and Hebrew
/// letters, and for what it lacks the one that the settings name. Lives as long as the program. For one thread at a time.
/// </summary>
internal sealed class LetterFonts : IDisposable
{
    private const string Shipped = "Identity.Domain.Notifications.Letters.Fonts.DejaVuSans.ttf";

    private readonly IReadOnlyList<LetterFont> _fonts;

    public LetterFonts(IOptions<LetterOptions> options)
    {
        using var shipped = typeof(LetterFonts).Assembly.GetManifestResourceStream(Shipped) ?? throw new InvalidOperationException("The font for letters is missing.");
        _fonts = [LetterFont.Read(shipped), .. Fallback(options.Value.FallbackFont)];
    }

    /// <returns>The first font that has the character.</returns>
    /// <exception cref="MessageRefusedException">None has: what cannot be read is not worth posting.</exception>
    public LetterFont Of(Rune character) => _fonts.FirstOrDefault(font => font.Has(character))
        ?? throw new MessageRefusedException($"No font for letters has U+{character.Value:X4}. Name one that has it in Letters:FallbackFont.");

    public void Dispose()
    {
        foreach (var font in _fonts)
            font.Dispose();
    }

    private static IEnumerable<LetterFont> Fallback(string file)
    {
        if (file.Length == 0)
            yield break;
        using var stream = File.OpenRead(file);
        yield return LetterFont.Read(stream);
    }
}
