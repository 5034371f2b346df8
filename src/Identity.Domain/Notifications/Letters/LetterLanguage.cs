using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Identity.Domain.Notifications.Letters;

/// <summary>
/// Names the language of a document (ISO 32000-1 §14.9.2), which what draws it cannot: by an incremental update (§7.5.6), which
/// leaves what was written as it is and adds the catalogue again.
/// </summary>
internal static partial class LetterLanguage
{
    /// <exception cref="InvalidOperationException">It is no PDF with a plain catalogue.</exception>
    public static byte[] Name(byte[] pdf, string locale)
    {
        // One byte is one character, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Match(text) is { Success: true } found ? found : throw new InvalidOperationException("The document has no trailer.");
        var start = text.LastIndexOf($"\n{trailer.Groups["root"].Value} 0 obj\n<<", StringComparison.Ordinal) + 1;
        var end = text.IndexOf("\nendobj", start, StringComparison.Ordinal);
        var catalogue = start > 0 && end > 0 ? text[start..end] : throw new InvalidOperationException("The document has no catalogue.");
        var place = pdf.Length + 1;
        var added = $"""

            {catalogue[..^2]}
            /Lang ({locale})>>
            endobj
            xref
            {trailer.Groups["root"].Value} 1
            {place.ToString("D10", CultureInfo.InvariantCulture)} 00000 n{" "}
            trailer
            {trailer.Groups["dictionary"].Value[..^2]}
            /Prev {trailer.Groups["xref"].Value}>>
            startxref
            {place + catalogue.Length + $"\n/Lang ({locale})\nendobj\n".Length}
            %%EOF
            """;
        return [.. pdf, .. Encoding.Latin1.GetBytes(added.ReplaceLineEndings("\n"))];
    }

    [GeneratedRegex("""trailer\n(?<dictionary><<[^%]*?/Root (?<root>[0-9]+) 0 R.*?>>)\nstartxref\n(?<xref>[0-9]+)\n%%EOF\s*$""", RegexOptions.Singleline | RegexOptions.RightToLeft)]
    private static partial Regex Trailer();
}
