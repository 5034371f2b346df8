using System.Globalization;
using System.Text.Json;
using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>Reads <c>levels.json</c>.</summary>
public static class LevelsReader
{
    private const string Shipped = "Identity.Domain.levels.json";
    private const string Gpg45Name = "gpg45";

    /// <summary>The rules in the file that came with the program.</summary>
    public static LevelRules Default { get; } = ReadShipped();

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="BrokenLevelsException">It has faults; all of them are in it.</exception>
    public static LevelRules Read(string json)
    {
        var file = Parse(json);
        var faults = LevelsValidator.Faults(file).ToList();
        return faults.Count == 0 ? Build(file) : throw new BrokenLevelsException(faults);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; empty means the one that came with the program.</param>
    /// <exception cref="BrokenLevelsException">It has faults; all of them are in it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LevelRules ReadFile(string path) => string.IsNullOrWhiteSpace(path) ? Default : Read(File.ReadAllText(path));

    private static LevelsFile Parse(string json)
    {
        try
        {
            return LevelsFile.Read(json);
        }
        catch (JsonException broken)
        {
            throw new BrokenLevelsException([broken.Message]);
        }
    }

    private static LevelRules Build(LevelsFile file)
    {
        var profiles = file.Profiles.Values.SelectMany(set => set).ToDictionary(pair => pair.Key, pair => ProfileOf(pair.Key, pair.Value));
        return new LevelRules
        {
            Profiles = profiles,
            Frameworks = file.Frameworks.ToDictionary(pair => pair.Key, pair => new Framework(pair.Key, pair.Value.TrustFramework,
                [.. pair.Value.Levels.Select((level, rank) => LevelOf(file, profiles, pair.Key, level, rank))])),
            Lifetimes = new Lifetimes(file.Lifetimes.Evidence.ToDictionary(pair => pair.Key, pair => TimeSpan.FromDays(pair.Value)),
                TimeSpan.FromDays(file.Lifetimes.Scores.Activity), TimeSpan.FromDays(file.Lifetimes.Scores.Fraud), TimeSpan.FromDays(file.Lifetimes.Scores.Verification)),
            Indicators = new IndicatorRules(file.Indicators.Kinds.ToDictionary(pair => pair.Key, pair => IndicatorOf(pair.Value)), IndicatorOf(file.Indicators.Unknown)),
            Identifiers = file.Identifiers,
            Trust = file.Trust.ToDictionary(verifier => verifier.Key, verifier => (IReadOnlyDictionary<EvidenceType, EvidenceScores>)verifier.Value.ToDictionary(
                entry => EvidenceTypes.Read(entry.Key)!.Value, entry => ScoresOf(entry.Value))), // Checked by the validator.
        };
    }

    private static Profile ProfileOf(string name, LevelsFile.ProfileEntry entry) =>
        new(name, [.. entry.Evidence.Select(PieceOf)], entry.Activity, entry.Fraud, entry.Verification)
        {
            Methods = entry.Methods,
            Types = [.. entry.Types.Select(type => EvidenceTypes.Read(type)!.Value)], // Checked by the validator.
        };

    private static ProfilePiece PieceOf(string text)
    {
        var match = LevelsValidator.Piece().Match(text);
        return new(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static Level LevelOf(LevelsFile file, Dictionary<string, Profile> profiles, string framework, LevelsFile.LevelEntry entry, int rank)
    {
        var names = entry.Profiles.Concat(entry.Levels.SelectMany(level => AndAbove(file, level))).Distinct().ToList();
        return new Level(framework, entry.Name, rank)
        {
            Profiles = [.. names.Select(name => profiles[name])],
            Claims = entry.Claims,
            MostAgainst = entry.Against,
            Confidence = names.Count == 0 ? LevelOfConfidence.None : names.Min(name => ConfidenceOf(file, name)),
        };
    }

    private static IEnumerable<string> AndAbove(LevelsFile file, string level) => level.Split(':') is [var framework, var name]
        ? file.Frameworks[framework].Levels.SkipWhile(candidate => candidate.Name != name).SelectMany(candidate => candidate.Profiles)
        : [];

    // A profile that GPG 45 does not have is worth no more than the lowest of its levels.
    private static LevelOfConfidence ConfidenceOf(LevelsFile file, string profile) => file.Frameworks.TryGetValue(Gpg45Name, out var gpg45)
        && gpg45.Levels.TakeWhile(level => !level.Profiles.Contains(profile)).Count() is var rank && rank < gpg45.Levels.Count
            ? (LevelOfConfidence)Math.Min(rank + 1, (int)LevelOfConfidence.VeryHigh)
            : LevelOfConfidence.Low;

    private static IndicatorRule IndicatorOf(LevelsFile.IndicatorEntry entry) =>
        new(entry.Weight, TimeSpan.FromDays(entry.Days), [.. entry.Relief.Select(relief => new ReliefRule(relief.Methods, relief.Weight))]);

    private static EvidenceScores ScoresOf(LevelsFile.ScoresEntry entry) =>
        new(entry.Strength, entry.Validity, entry.Activity, entry.Fraud, entry.Verification);

    private static LevelRules ReadShipped()
    {
        using var stream = typeof(LevelsReader).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException("levels.json is not in the program.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}

/// <summary>What makes a level cannot be read.</summary>
/// <param name="faults">Every fault, with where it stands and what to write.</param>
public sealed class BrokenLevelsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
