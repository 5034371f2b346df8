using System.Text.RegularExpressions;

namespace Identity.Domain.Credentials;

/// <summary>The words in an e-mail address, a name or a brand that somebody guessing would try.</summary>
internal static partial class KnownWords
{
    private const int ShortestWord = 3;
    private const int LongestText = 254;

    public static IReadOnlyList<string> From(IEnumerable<string?> texts) =>
        [.. texts.SelectMany(WordsOf).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> WordsOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var whole = text.Length > LongestText ? text[..LongestText] : text;
        var parts = Separators().Split(whole).Where(part => part.Length >= ShortestWord).ToList();
        return [whole, string.Concat(parts), .. parts];
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
