using System.Globalization;
using System.Net;

namespace Identity.Domain.Notifications.Letters;

/// <summary>A letter as a page that prints on one sheet of A4, with the address where a window envelope shows it (DL, BS 4264).</summary>
internal static class LetterPage
{
    private const string Style = """
        @page { size: A4; margin: 0 }
        body { margin: 0; font: 12pt/1.5 sans-serif; color: #000 }
        address { position: absolute; top: 50mm; left: 20mm; width: 85mm; height: 30mm; font-style: normal; line-height: 1.3 }
        main { position: absolute; top: 105mm; left: 20mm; right: 20mm }
        h1 { font-size: 16pt; margin: 0 0 6mm }
        p { margin: 0 0 4mm }
        """;

    public static string Write(string address, RenderedMessage letter, DateTimeOffset now)
    {
        var lines = string.Join("<br>", address.ReplaceLineEndings("\n").Split('\n').Select(WebUtility.HtmlEncode));
        var paragraphs = string.Concat(letter.Body.Split("\n\n").Select(text => $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n"));
        return $"""
            <!doctype html>
            <html lang="{WebUtility.HtmlEncode(letter.Locale)}">
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(letter.Subject)}</title><style>
            {Style}
            </style></head>
            <body>
            <address>{lines}</address>
            <main>
            <p>{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</p>
            <h1>{WebUtility.HtmlEncode(letter.Subject)}</h1>
            {paragraphs}</main>
            </body>
            </html>
            """;
    }
}
