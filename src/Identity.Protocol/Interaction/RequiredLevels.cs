using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Verification.Claims;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;

namespace Identity.Protocol.Interaction;

/// <summary>How sure the provider has to be of a person before a request is answered: by its vectors, and by the scopes and claims it cannot do without.</summary>
/// <param name="Vectors">Any one will do.</param>
/// <param name="OfAll">All of them are needed, by a scope or by a claim.</param>
internal sealed record RequiredProof(RequestedVectors Vectors, IReadOnlyList<Level> OfAll)
{
    public static RequiredProof None { get; } = new(RequestedVectors.None, []);

    /// <summary>The schemes of levels that have to be looked at.</summary>
    public IEnumerable<string> Frameworks => Vectors.Vectors.Select(vector => vector.Level).OfType<Level>().Concat(OfAll).Select(level => level.Framework).Distinct();

    /// <summary>The vector to reach, or null when none was asked for.</summary>
    public AcceptableVector? Target(AuthenticationFacts? proved, IReadOnlyDictionary<string, Standing> standings) =>
        Vectors.Target(proved, level => Reaches(standings, level));

    /// <summary>What is not reached yet, or null when nothing is missing.</summary>
    public Level? Missing(AuthenticationFacts? proved, IReadOnlyDictionary<string, Standing> standings) =>
        OfAll.Append(Target(proved, standings)?.Level).OfType<Level>().FirstOrDefault(level => !Reaches(standings, level));

    private static bool Reaches(IReadOnlyDictionary<string, Standing> standings, Level level) =>
        level.IsOpenToAll || (standings.TryGetValue(level.Framework, out var standing) && standing.Reaches(level));
}

/// <summary>Looks up what a request requires of who a person is, and how they stand. Nothing is read when it requires nothing.</summary>
internal sealed class RequiredLevels(LevelRules rules, ClaimLevels claims, IdentityRecord record)
{
    public RequiredProof Of(RequestedVectors vectors, ConsentRequest asked, ClientSnapshot snapshot)
    {
        var levels = asked.Scopes.Select(scope => LevelOf(scope, snapshot))
            .Concat(asked.Items.Where(ask => ask.Required).Select(ask => claims.Of(ask.Item))).OfType<Level>().Distinct().ToList();
        return vectors.Vectors.Count == 0 && levels.Count == 0 ? RequiredProof.None : new(vectors, levels);
    }

    public async Task<IReadOnlyDictionary<string, Standing>> StandingsAsync(Guid account, RequiredProof required, CancellationToken cancellationToken)
    {
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        foreach (var framework in required.Frameworks)
            standings[framework] = await record.StandingAsync(account, framework, cancellationToken);
        return standings;
    }

    private Level? LevelOf(string scope, ClientSnapshot snapshot) => snapshot.FindScope(scope)?.Resource is { } resource
        ? rules.Find(snapshot.FindResource(resource)?.Resource?.Levels.GetValueOrDefault(scope))
        : null;
}
