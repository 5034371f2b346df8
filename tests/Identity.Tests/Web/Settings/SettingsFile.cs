using System.Text.RegularExpressions;
using Identity.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace Identity.Tests.Web.Settings;

/// <summary>The shipped <c>identity.json</c>: its text, what is read from it, and what it says of each key.</summary>
internal static partial class SettingsFile
{
    public static string Text { get; } = File.ReadAllText(Repository.At("config", "identity.json"));

    public static IConfiguration Configuration { get; } = new ConfigurationBuilder().AddJsonFile(Repository.At("config", "identity.json")).Build();

    /// <summary>Path of each key → the comment above it.</summary>
    public static IReadOnlyDictionary<string, string> Comments { get; } = ReadComments();

    public static object Bound(Section section)
    {
        var options = Activator.CreateInstance(section.Options)!; // Options have a constructor without parameters.
        Configuration.GetSection(section.Name).Bind(options);
        return options;
    }

    private static Dictionary<string, string> ReadComments()
    {
        var comments = new Dictionary<string, string>();
        var (section, comment) = ("", "");
        foreach (var line in Text.Split('\n'))
        {
            if (Key().Match(line) is { Success: true } key)
            {
                if (key.Groups["indent"].Length == 2)
                    section = key.Groups["key"].Value;
                else if (key.Groups["indent"].Length == 4)
                    comments.Add($"{section}:{key.Groups["key"].Value}", comment);
            }

            comment = Comment().Match(line) is { Success: true } words ? $"{comment} {words.Groups["words"].Value}".Trim() : "";
        }

        return comments;
    }

    [GeneratedRegex("""^(?<indent> +)"(?<key>\w+)":""")]
    private static partial Regex Key();

    [GeneratedRegex("^    // (?<words>.+)$")]
    private static partial Regex Comment();
}
