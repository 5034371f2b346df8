using System.Globalization;
using System.Text.RegularExpressions;

namespace Identity.Web.Themes;

/// <summary>
/// The colours of a theme, read from <c>tokens.css</c>. The file is data: one <c>:root</c> rule with
/// every token once, and what is served is written anew from what was read.
/// </summary>
internal sealed partial class Tokens(IReadOnlyDictionary<string, Colour> colours)
{
    private const string Prefix = "--id-";

    public Colour this[string name] => colours[name];

    public string ToCss() =>
        $":root{{{string.Join(';', colours.Select(colour => $"{Prefix}{colour.Key}:{colour.Value}"))}}}";

    /// <summary>Reads the tokens; every fault is added to the list, and the result is then not for use.</summary>
    public static Tokens Read(string css, List<string> faults, string level = ThemeFile.AA)
    {
        Dictionary<string, Colour> colours = [];
        var root = Root().Match(Comments().Replace(css, ""));
        if (!root.Success)
            faults.Add("tokens.css: expected one rule ':root { … }' and nothing else");
        foreach (string declaration in root.Groups["body"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add(colours, declaration, faults);
        faults.AddRange(TokenPairs.Names.Where(name => !colours.ContainsKey(name))
            .Select(name => $"tokens.css: '{Prefix}{name}' is missing"));
        faults.AddRange(TokenPairs.All.SelectMany(pair => Weak(colours, pair, level)));
        return new Tokens(colours);
    }

    private static void Add(Dictionary<string, Colour> colours, string declaration, List<string> faults)
    {
        string[] parts = declaration.Split(':', 2, StringSplitOptions.TrimEntries);
        string name = parts[0].StartsWith(Prefix, StringComparison.Ordinal) ? parts[0][Prefix.Length..] : "";
        if (parts.Length != 2 || !TokenPairs.Names.Contains(name))
            faults.Add($"tokens.css: '{declaration}' sets no token; there is {string.Join(", ", TokenPairs.Names)}");
        else if (!Colour.TryParse(parts[1], out var colour))
            faults.Add($"tokens.css: '{parts[0]}' is '{parts[1]}'; write a colour as #rrggbb");
        else if (!colours.TryAdd(name, colour))
            faults.Add($"tokens.css: '{parts[0]}' stands twice");
    }

    private static IEnumerable<string> Weak(Dictionary<string, Colour> colours, TokenPairs.Pair pair, string level)
    {
        if (colours.TryGetValue(pair.Front, out var front) && colours.TryGetValue(pair.Back, out var back)
            && front.Contrast(back) < pair.For(level))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"tokens.css: {pair.Front} {front} on {pair.Back} {back} has a contrast of {front.Contrast(back):0.00}; it needs {pair.For(level)}");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^\s*:root\s*\{(?<body>[^{}]*)\}\s*$")]
    private static partial Regex Root();
}
