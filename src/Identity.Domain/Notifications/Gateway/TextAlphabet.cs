using System.Text;

namespace Identity.Domain.Notifications.Gateway;

/// <summary>
/// What fits a text message (3GPP TS 23.038 §6.2.1): 160 characters of the GSM alphabet, or 70 as soon as one is not in it, as
/// Welsh ŵ and ŷ are not.
/// </summary>
public static class TextAlphabet
{
    /// <summary>The most that one message holds in the GSM alphabet.</summary>
    public const int MostGsm = 160;

    /// <summary>The most that one message holds otherwise, in UTF-16.</summary>
    public const int MostUnicode = 70;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each takes the room of two.
    private const string Extended = "\f^{}\\[~]|€";

    /// <summary>Whether every character is in the GSM alphabet.</summary>
    public static bool IsGsm(string text) => text.All(letter => Basic.Contains(letter, StringComparison.Ordinal) || Extended.Contains(letter, StringComparison.Ordinal));

    /// <summary>The room that a text takes, in the characters of its alphabet.</summary>
    public static int Length(string text) => IsGsm(text) ? text.Sum(letter => Extended.Contains(letter, StringComparison.Ordinal) ? 2 : 1) : text.Length;

    /// <summary>Whether it is one message and not several.</summary>
    public static bool Fits(string text) => Length(text) <= (IsGsm(text) ? MostGsm : MostUnicode);

    /// <summary>The same words with the typewriter's marks, which the alphabet has, in place of the printer's, which it has not.</summary>
    public static string Plain(string text) => new StringBuilder(text)
        .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace('–', '-').Replace('\u00A0', ' ').ToString();
}
