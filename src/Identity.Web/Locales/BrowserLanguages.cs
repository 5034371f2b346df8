using Microsoft.Net.Http.Headers;

namespace Identity.Web.Locales;

/// <summary>The languages a browser wishes for (RFC 9110 §12.5.4), looked up among those spoken here (RFC 4647 §3.4).</summary>
internal static class BrowserLanguages
{
    private const int MostRanges = 20;

    /// <returns>The first that is spoken, the most wanted first; null when none is, so that the default stands.</returns>
    public static string? First(IList<string> header, Func<string, string?> spoken) =>
        // What cannot be read is skipped: a header is a wish and never a reason to refuse a page.
        StringWithQualityHeaderValue.TryParseList(header, out var ranges)
            ? ranges.Take(MostRanges)
                // "A value of 0 means not acceptable", and "*" leaves the choice to us.
                .Where(range => range.Quality is not 0 && range.Value != "*")
                .OrderByDescending(range => range.Quality ?? 1)
                .Select(range => spoken(range.Value.ToString()))
                .FirstOrDefault(locale => locale is not null)
            : null;
}
