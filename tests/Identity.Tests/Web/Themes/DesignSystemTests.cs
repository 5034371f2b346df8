using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Identity.Web.Assets;
using Identity.Web.Themes;

namespace Identity.Tests.Web.Themes;

/// <summary>What is committed is what the pinned packages compile to, and what may be shipped.</summary>
public sealed partial class DesignSystemTests
{
    private static readonly string Css = System.Text.Encoding.UTF8.GetString(ShippedFiles.Read("design-system/design-system.css"));

    [Fact]
    public void It_was_built_from_the_sources_beside_it()
    {
        string folder = Repository.At("tools", "design-system");
        string[] stale = [.. File.ReadLines(Path.Combine(folder, "built.sha256"))
            .Select(line => line.Split("  ", 2))
            .Where(entry => entry[0] != Hash(Path.Combine(folder, entry[1])))
            .Select(entry => entry[1])];
        Assert.True(stale.Length == 0, $"Run tools/design-system/build.sh: {string.Join(", ", stale)} changed");
    }

    [Theory]
    [InlineData("GDS Transport")]
    [InlineData("@font-face")]
    [InlineData("url(")]
    [InlineData("crown")]
    [InlineData("crest")]
    [InlineData("#1d70b8")]
    [InlineData("#005eb8")]
    public void It_holds_nothing_that_belongs_to_somebody_else(string protectedThing) =>
        Assert.DoesNotContain(protectedThing, Css, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void It_reads_the_tokens_a_theme_sets_and_no_others() =>
        Assert.Equal(TokenPairs.Names.Order(), Uses().Select(use => use.Groups["name"].Value).Distinct().Order());

    [Fact]
    public void Without_custom_properties_it_looks_like_the_default_theme()
    {
        var tokens = Tokens.Read(File.ReadAllText(Repository.At("themes", "default", "tokens.css")), []);
        Assert.All(Uses(), use => Assert.Equal(tokens[use.Groups["name"].Value].ToString(), use.Groups["fallback"].Value));
    }

    [Fact]
    public void A_static_value_stands_before_every_custom_property()
    {
        foreach (string[] rule in Rule().Matches(Css).Select(match => match.Groups["body"].Value.Split(';')))
        {
            for (int i = 0; i < rule.Length; i++)
            {
                if (rule[i].Contains("var(--id-", StringComparison.Ordinal) && !rule[i].StartsWith("--", StringComparison.Ordinal))
                    Assert.Equal(Property(rule[i]), i == 0 ? "nothing" : Property(rule[i - 1]));
            }
        }
    }

    private static string Property(string declaration) => declaration.Split(':')[0];

    private static IEnumerable<Match> Uses() => Use().Matches(Css);

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    [GeneratedRegex(@"var\(--id-(?<name>[a-z-]+), (?<fallback>#[0-9a-f]{6})\)")]
    private static partial Regex Use();

    [GeneratedRegex(@"\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();
}
