namespace Identity.Domain.Sessions;

/// <summary>
/// What a browser calls itself, in two words that its owner knows it by. Not more: what tells devices of one kind apart would
/// be a way to follow people.
/// </summary>
public static class UserAgent
{
    private const int LongestRead = 512;

    // Those that call themselves by another's name as well stand before it.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    /// <returns>Such as <c>Firefox/Android</c>; either part is empty when it is not known.</returns>
    public static string Describe(string? header)
    {
        var text = header is { Length: > LongestRead } ? header[..LongestRead] : header ?? "";
        return $"{Find(Browsers, text)}/{Find(Systems, text)}";
    }

    private static string Find((string Sign, string Name)[] known, string text) =>
        Array.Find(known, entry => text.Contains(entry.Sign, StringComparison.Ordinal)).Name ?? "";
}
