namespace Identity.Web.Themes;

/// <summary>
/// Which token stands on which, and how clearly it must (WCAG 2.2 §1.4.3 asks 4.5 of text, §1.4.11 asks
/// 3 of the edge of a control and of the mark of focus). Level AAA asks 7 of text (§1.4.6); there an edge
/// stands as clearly as text does on level AA.
/// </summary>
internal static class TokenPairs
{
    internal sealed record Pair(string Front, string Back, double Least, double LeastEnhanced)
    {
        public double For(string level) => level == ThemeFile.AAA ? LeastEnhanced : Least;
    }

    /// <summary>Tokens that only please the eye, and are bound by no ratio.</summary>
    public static readonly IReadOnlyList<string> Decorative = ["accent", "border", "hover", "surface-border"];

    public static readonly IReadOnlyList<Pair> All =
    [
        .. Words("body-background", "text", "secondary-text", "error", "success"),
        .. Words("body-background", "link", "link-visited", "link-hover", "link-active"),
        .. Words("surface-background", "surface-text", "link", "link-visited", "link-hover", "link-active"),
        .. Words("template-background", "surface-text"),
        .. Words("error-background", "text", "error"),
        .. Words("brand", "inverse-text"),
        .. Words("success", "inverse-text"),
        .. Words("error", "inverse-text"),
        .. Words("text", "inverse-text"),
        .. Words("action", "action-text"),
        .. Words("action-hover", "action-text"),
        .. Words("quiet-action", "quiet-action-text"),
        .. Words("quiet-action-hover", "quiet-action-text"),
        .. Words("focus", "focus-text"),
        .. Edges("body-background", "input-border", "action", "quiet-action-text", "focus-text", "error"),
        .. Edges("surface-background", "focus-text"),
        .. Edges("brand", "focus"),
    ];

    public static readonly IReadOnlyCollection<string> Names =
        [.. All.SelectMany(pair => new[] { pair.Front, pair.Back }).Concat(Decorative).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Pair> Words(string back, params string[] fronts) => On(back, fronts, 4.5, 7);

    private static IEnumerable<Pair> Edges(string back, params string[] fronts) => On(back, fronts, 3, 4.5);

    private static IEnumerable<Pair> On(string back, string[] fronts, double least, double enhanced) =>
        fronts.Select(front => new Pair(front, back, least, enhanced));
}
