using System.Globalization;
using System.Text;

namespace Identity.Domain.Accounts;

internal static class EmailDomain
{
    private const int MostOctets = 253;
    private const int MostLabelOctets = 63;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The domain in lower case and punycode (RFC 5890), or null when it is none.</summary>
    public static string? ToAscii(string domain)
    {
        var ascii = NeedsMapping(domain) ? Map(domain) : domain;
        var labels = ascii?.ToLowerInvariant().Split('.') ?? [];
        // RFC 1123 §2.1: letters, digits and inner hyphens. One label is no public domain; digits last are an address.
        return labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) && ascii!.Length <= MostOctets
            ? string.Join('.', labels)
            : null;
    }

    private static bool NeedsMapping(string domain) =>
        domain.Any(c => !char.IsAscii(c)) || domain.Contains("xn--", StringComparison.OrdinalIgnoreCase);

    private static string? Map(string domain)
    {
        // The mapping drops some marks that cannot be seen; then what is kept would not be what its owner reads.
        if (!domain.EnumerateRunes().All(rune => UnicodeText.IsVisible(rune) || IsJoiner(rune)))
            return null;
        try
        {
            // There and back, so that a label written as punycode is one that could be written in its script.
            return Idn.GetAscii(Idn.GetUnicode(Idn.GetAscii(domain)));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // RFC 5892 appendix A: a label in some scripts needs them.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    private static bool IsLabel(string label) => label.Length is >= 1 and <= MostLabelOctets
        && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
