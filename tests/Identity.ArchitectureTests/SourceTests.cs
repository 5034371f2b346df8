using System.Text.RegularExpressions;

namespace Identity.ArchitectureTests;

/// <summary>Rules that the text of the repository keeps, of which the compiler sees nothing.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 400;
    private const int MedianLines = 50;

    private static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));
    private static readonly string[] Written = [.. Listed().Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))];

    [Fact]
    public void A_file_can_be_read_in_one_go() => Assert.Empty(TooLong(Written.Select(file => (file, Lines(file)))));

    [Fact]
    public void A_file_that_is_too_long_is_seen() => Assert.Equal(["b"], TooLong([("a", MostLines), ("b", MostLines + 1)]));

    [Fact]
    public void Half_of_all_files_fit_on_a_screen() => Assert.InRange(Median(Written.Select(Lines)), 1, MedianLines);

    [Fact]
    public void The_median_is_the_one_in_the_middle() => Assert.Equal(3, Median([1000, 3, 1]));

    [Fact]
    public void No_file_says_where_packages_come_from() =>
        Assert.Empty(Listed().SelectMany(file => Registries(file, File.ReadAllText(Path.Combine(Root, file)))));

    [Theory]
    [InlineData("https://api.nuget", ".org/v3/index.json")]
    [InlineData("registry", "=https://packages.example/npm/")]
    [InlineData("\"resolved\"", ": \"https://packages.example/npm/sass\"")]
    [InlineData("<package", "Sources><add key='a' value='https://packages.example' /></packageSources>")]
    [InlineData("deb ", "http://archive.example/debian stable main")]
    [InlineData("pip install --index", "-url https://packages.example/simple")]
    public void A_place_that_packages_come_from_is_seen(string begin, string end) => Assert.NotEmpty(Registries("planted", begin + end));

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) =>
        files.Where(file => file.Lines > MostLines).Select(file => file.File);

    private static int Median(IEnumerable<int> lines) => lines.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static IEnumerable<string> Registries(string file, string text) => Registry().Matches(text).Select(match => $"{file}: {match.Value}");

    private static int Lines(string file) => File.ReadLines(Path.Combine(Root, file)).Count();

    // Known hosts, and the settings by which npm, NuGet, apt and pip are told of others.
    [GeneratedRegex("""
        https?://[^\s"']*(nuget\.org|npmjs\.(org|com)|yarnpkg\.com|pypi\.org|pythonhosted\.org|crates\.io|proxy\.golang\.org|maven\.org)
        |^\s*(@[\w-]+:)?registry\s*=|"resolved"\s*:\s*"http|<package[s]ources|^deb(-src)?\s+http|--(extra-)?index-url
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    /// <summary>Every file that somebody wrote, by its path in the repository.</summary>
    private static IEnumerable<string> Listed() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file))
        .Where(file => !Made().IsMatch(file));

    [GeneratedRegex(@"(^|/)(\.git|\.vs|\.idea|bin|obj|data|node_modules|TestResults)(/|$)|\.(png|woff2|user)$")]
    private static partial Regex Made();

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("These tests run inside the repository"),
        _ when File.Exists(Path.Combine(folder.FullName, "Identity.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
