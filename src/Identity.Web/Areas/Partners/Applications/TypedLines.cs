namespace Identity.Web.Areas.Partners.Applications;

/// <summary>What was typed into a form of an application. What is too long is cut where its rule refuses it all the same.</summary>
internal static class TypedLines
{
    private const int Most = 60;
    private const int Longest = 2100;

    /// <returns>Each line that is not empty.</returns>
    public static IReadOnlyList<string> Of(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(Most).Select(Cut)];

    /// <returns>Null where nothing was typed.</returns>
    public static string? One(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Cut(typed.Trim());

    /// <summary>How a list stands in its field.</summary>
    public static string Show(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Cut(string line) => line.Length > Longest ? line[..Longest] : line;
}
