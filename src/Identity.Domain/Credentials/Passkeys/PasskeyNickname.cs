using System.Globalization;
using System.Text;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What a citizen calls a passkey.</summary>
public static class PasskeyNickname
{
    /// <summary>Most characters.</summary>
    public const int Longest = 64;

    /// <summary>Reads what was typed: spaces around it go, and what has no letter to show is none.</summary>
    /// <returns>The name, or null when it is empty, too long or no text.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > Longest * 4)
            return null;
        var text = new StringBuilder(typed.Length);
        for (var rest = typed.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) is not System.Buffers.OperationStatus.Done)
                return null;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
                return null;
            text.Append(rest[..used]);
            rest = rest[used..];
        }
        var name = text.ToString().Normalize(NormalizationForm.FormC).Trim();
        return name.EnumerateRunes().Count() is > 0 and <= Longest && name.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
            ? name
            : null;
    }
}
