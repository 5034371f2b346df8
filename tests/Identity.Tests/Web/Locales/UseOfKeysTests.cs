using System.Text.RegularExpressions;

namespace Identity.Tests.Web.Locales;

/// <summary>Every key that the source names exists, and every key that exists is named.</summary>
public sealed partial class UseOfKeysTests
{
    private static readonly string Source = string.Join('\n', Repository.Files("src/Identity.Web", "*.cshtml")
        .Concat(Repository.Files("src/Identity.Web", "*.cs"))
        .SelectMany(File.ReadLines)
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [Fact]
    public void Every_key_that_is_used_exists() =>
        Assert.Empty(Lookup().Matches(Source).Select(match => match.Groups["key"].Value).Except(Words.Catalogue.Keys));

    [Fact]
    public void Every_key_is_used() =>
        Assert.Empty(Words.Catalogue.Keys.Except(Literal().Matches(Source).Select(match => match.Groups["key"].Value)));

    [GeneratedRegex("""(?:\b[Tt](?:ext)?\[|ErrorMessage = )"(?<key>[^"]+)"(?=[\],)])""")]
    private static partial Regex Lookup();

    [GeneratedRegex("\"(?<key>[a-z][A-Za-z]*(?:\\.[A-Za-z]+)+)\"")]
    private static partial Regex Literal();
}
