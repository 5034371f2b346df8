using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Identity.Domain.Accounts;

internal static class UnicodeText
{
    /// <summary>The text in NFC; false for what is no text because half a character is missing.</summary>
    public static bool TryNormalize(string typed, [NotNullWhen(true)] out string? text)
    {
        text = IsWhole(typed) ? typed.Normalize(NormalizationForm.FormC) : null;
        return text is not null;
    }

    /// <summary>Whether a reader sees it: no control, no mark of direction, no space.</summary>
    public static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);

    private static bool IsWhole(ReadOnlySpan<char> rest)
    {
        while (Rune.DecodeFromUtf16(rest, out _, out var used) is OperationStatus.Done)
            rest = rest[used..];
        return rest.IsEmpty;
    }
}
