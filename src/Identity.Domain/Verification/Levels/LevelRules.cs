using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>What makes a level: <c>levels.json</c>, read and found sound. Immutable.</summary>
public sealed class LevelRules
{
    /// <summary>Schemes of levels, by name.</summary>
    public required IReadOnlyDictionary<string, Framework> Frameworks { get; init; }

    /// <summary>Every profile, by name.</summary>
    public required IReadOnlyDictionary<string, Profile> Profiles { get; init; }

    /// <summary>How long evidence and scores count.</summary>
    public required Lifetimes Lifetimes { get; init; }

    /// <summary>What weighs how much against a person.</summary>
    public required IndicatorRules Indicators { get; init; }

    /// <summary>Claims that belong to one person alone.</summary>
    public required IReadOnlyList<string> Identifiers { get; init; }

    /// <summary>The most that evidence of each verifier is believed, by its type.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<EvidenceType, EvidenceScores>> Trust { get; init; }

    /// <param name="level">A level with its framework, such as <c>gpg45:high</c>.</param>
    /// <returns>Null when there is none by that name.</returns>
    public Level? Find(string? level) => level?.Split(':') is [var framework, var name] ? Frameworks.GetValueOrDefault(framework)?.Find(name) : null;

    /// <returns>The most that such evidence of a verifier is believed; null when it is not believed at all.</returns>
    public EvidenceScores? Trusted(string verifier, EvidenceType type) => Trust.GetValueOrDefault(verifier)?.GetValueOrDefault(type);
}
