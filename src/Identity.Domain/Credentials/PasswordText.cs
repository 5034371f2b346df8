using System.Globalization;
using System.Text;

namespace Identity.Domain.Credentials;

/// <summary>What a citizen typed, made the same from every keyboard.</summary>
/// <remarks>
/// RFC 8265 §4.2.2, the OpaqueString profile: no width mapping, no case mapping, other spaces become U+0020, then
/// NFC. Not NFKC: it would make "x²" and "x2" one password. NIST SP 800-63B-4 §3.1.1.2 counts each code point as one
/// character.
/// </remarks>
internal static class PasswordText
{
    public const int MostCharacters = 1024;

    // Composition shrinks a text at most threefold or so; anything longer cannot come under the maximum.
    private const int MostTyped = MostCharacters * 4;

    public static PasswordReading Read(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return new PasswordReading.Empty();
        if (typed.Length > MostTyped)
            return new PasswordReading.TooLong();
        if (!IsText(typed))
            return new PasswordReading.Unreadable();
        var text = MapSpaces(typed).Normalize(NormalizationForm.FormC);
        var characters = text.EnumerateRunes().Count();
        return characters > MostCharacters
            ? new PasswordReading.TooLong()
            : new PasswordReading.Read(text, characters);
    }

    // RFC 8264 §4.3: controls and lone surrogates are in no class of characters a password may have.
    private static bool IsText(string typed)
    {
        for (var rest = typed.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                return false;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
                return false;
            rest = rest[used..];
        }
        return true;
    }

    private static string MapSpaces(string typed) =>
        string.Create(typed.Length, typed, static (mapped, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                mapped[i] = char.GetUnicodeCategory(source[i]) is UnicodeCategory.SpaceSeparator ? ' ' : source[i];
        });
}
