using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Domain.Verification.Levels;

/// <summary>What stands in <c>levels.json</c>, as it is written.</summary>
internal sealed record LevelsFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, ProfileEntry>> Profiles { get; init; }

    public required IReadOnlyDictionary<string, FrameworkEntry> Frameworks { get; init; }

    public required LifetimesEntry Lifetimes { get; init; }

    public required IndicatorsEntry Indicators { get; init; }

    public IReadOnlyList<string> Identifiers { get; init; } = [];

    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, ScoresEntry>> Trust { get; init; }

    /// <exception cref="JsonException">It is no such file.</exception>
    public static LevelsFile Read(string json) => JsonSerializer.Deserialize<LevelsFile>(json, Options) ?? throw new JsonException("The file is empty.");

    internal sealed record ProfileEntry
    {
        public required IReadOnlyList<string> Evidence { get; init; }
        public int Activity { get; init; }
        public int Fraud { get; init; }
        public int Verification { get; init; }
        public IReadOnlyList<IReadOnlyList<string>> Methods { get; init; } = [];
        public IReadOnlyList<string> Types { get; init; } = [];
    }

    internal sealed record FrameworkEntry
    {
        public string? TrustFramework { get; init; }
        public required IReadOnlyList<LevelEntry> Levels { get; init; }
    }

    internal sealed record LevelEntry
    {
        public required string Name { get; init; }
        public IReadOnlyList<string> Profiles { get; init; } = [];
        public IReadOnlyList<string> Levels { get; init; } = [];
        public IReadOnlyList<string> Claims { get; init; } = [];
        public int Against { get; init; }
    }

    internal sealed record LifetimesEntry
    {
        public required IReadOnlyDictionary<string, int> Evidence { get; init; }
        public required ScoreLivesEntry Scores { get; init; }
    }

    internal sealed record ScoreLivesEntry
    {
        public required int Activity { get; init; }
        public required int Fraud { get; init; }
        public required int Verification { get; init; }
    }

    internal sealed record IndicatorsEntry
    {
        public required IndicatorEntry Unknown { get; init; }
        public IReadOnlyDictionary<string, IndicatorEntry> Kinds { get; init; } = new Dictionary<string, IndicatorEntry>();
    }

    internal sealed record IndicatorEntry
    {
        public required int Weight { get; init; }
        public required int Days { get; init; }
        public IReadOnlyList<ReliefEntry> Relief { get; init; } = [];
    }

    internal sealed record ReliefEntry
    {
        public required IReadOnlyList<string> Methods { get; init; }
        public required int Weight { get; init; }
    }

    internal sealed record ScoresEntry
    {
        public int Strength { get; init; }
        public int Validity { get; init; }
        public int Activity { get; init; }
        public int Fraud { get; init; }
        public int Verification { get; init; }
    }
}
