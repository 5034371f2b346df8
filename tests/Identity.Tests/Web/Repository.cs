namespace Identity.Tests.Web;

/// <summary>The source these tests were built from, for the rules that source itself must keep.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    public static string[] Files(string folder, string pattern) =>
        [.. Directory.GetFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))];

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("These tests run inside the repository"),
        _ when File.Exists(Path.Combine(folder.FullName, "Identity.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
