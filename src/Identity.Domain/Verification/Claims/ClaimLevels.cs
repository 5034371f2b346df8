using System.Text.Json;
using System.Text.Json.Serialization;
using Identity.Domain.Consent;
using Identity.Domain.Verification.Levels;

namespace Identity.Domain.Verification.Claims;

/// <summary>Which level of identity it takes before an application is told a claim: <c>claims.json</c>, found sound. Immutable.</summary>
public sealed class ClaimLevels
{
    private const string Shipped = "Identity.Domain.claims.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private readonly IReadOnlyDictionary<string, Level> _items;

    private ClaimLevels(IReadOnlyDictionary<string, Level> items) => _items = items;

    /// <returns>The level that the item takes; null when it takes none.</returns>
    public Level? Of(SharedItem item) => _items.GetValueOrDefault(item.Name);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; empty means the one that came with the program.</param>
    /// <param name="rules">The levels there are.</param>
    /// <exception cref="BrokenLevelsException">It has faults; all of them are in it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ClaimLevels ReadFile(string path, LevelRules rules) => Read(string.IsNullOrWhiteSpace(path) ? ReadShipped() : File.ReadAllText(path), rules);

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="BrokenLevelsException">It has faults; all of them are in it.</exception>
    public static ClaimLevels Read(string json, LevelRules rules)
    {
        var entries = Parse(json);
        var faults = Faults("scopes", entries.Scopes, SharedItem.All.Select(item => item.Scope).Where(scope => scope.Length > 0), rules)
            .Concat(Faults("claims", entries.Claims, SharedItem.All.Select(item => item.Name), rules)).ToList();
        if (faults.Count > 0)
            throw new BrokenLevelsException(faults);
        return new(SharedItem.All
            .Select(item => (item.Name, Level: rules.Find(entries.Claims.GetValueOrDefault(item.Name) ?? entries.Scopes.GetValueOrDefault(item.Scope))))
            .Where(item => item.Level is { IsOpenToAll: false }).ToDictionary(item => item.Name, item => item.Level!)); // Filtered just before.
    }

    private static Entries Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Entries>(json, Options) ?? throw new BrokenLevelsException(["The file is empty."]);
        }
        catch (JsonException broken)
        {
            throw new BrokenLevelsException([broken.Message]);
        }
    }

    private static IEnumerable<string> Faults(string part, IReadOnlyDictionary<string, string> entries, IEnumerable<string> known, LevelRules rules)
    {
        var names = known.Distinct().ToList();
        foreach (var (name, level) in entries)
        {
            if (!names.Contains(name))
                yield return $"{part}: '{name}' is unknown. Write one of {string.Join(", ", names)}.";
            if (rules.Find(level) is null)
                yield return $"{part}: '{name}' takes '{level}', which is no level. Write one of levels.json, such as gpg45:medium.";
        }
    }

    private static string ReadShipped()
    {
        using var stream = typeof(ClaimLevels).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException("claims.json is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Entries
    {
        public IReadOnlyDictionary<string, string> Scopes { get; init; } = new Dictionary<string, string>();
        public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();
    }
}
