using System.Collections.Frozen;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Verification.Levels;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.VectorsOfTrust;

/// <summary>
/// RFC 8485 §3: what the components of a vector mean here. <c>P</c> is how sure the provider is of who somebody is, <c>C</c> how
/// well they signed in. Set by <c>Protocol:Vectors</c>; published at the trustmark.
/// </summary>
internal sealed class VectorVocabulary(IOptions<ProtocolOptions> options, LevelRules levels)
{
    internal const char Identity = 'P';
    internal const char Credential = 'C';

    private readonly FrozenDictionary<string, string> _meanings = options.Value.Vectors.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Each component with its level of identity or its class of authentication, in the order of their names.</summary>
    public IReadOnlyList<(string Component, string Meaning)> All => [.. _meanings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Reads a vector.</summary>
    /// <returns>Null when a component has no meaning here, or two contradict each other.</returns>
    internal AcceptableVector? Read(VectorOfTrust vector)
    {
        // RFC 8485 §3.1: a vector holds one value of each kind of proof of who somebody is; what they signed in with may be several.
        if (vector.Components.Any(component => !_meanings.ContainsKey(component)) || vector.Values(Identity).Count() > 1)
            return null;
        var level = vector.Values(Identity).Select(value => levels.Find(_meanings[$"{Identity}{value}"])).FirstOrDefault();
        var trust = vector.Values(Credential).Select(value => Acr.Read(_meanings[$"{Credential}{value}"])).Max();
        return new AcceptableVector(vector, level, trust);
    }

    /// <summary>Every fault of the settings, each with its remedy.</summary>
    internal static IEnumerable<string> Faults(IDictionary<string, string> vectors, LevelRules? levels)
    {
        foreach (var (component, meaning) in vectors)
        {
            if (!VectorOfTrust.TryParse(component, out var vector) || vector.Components.Count != 1 || component[0] is not (Identity or Credential))
                yield return $"Protocol:Vectors:{component} is no component. Write P or C and one letter or digit, such as P2.";
            else if (component[0] == Credential && Acr.Read(meaning) is null)
                yield return $"Protocol:Vectors:{component} is '{meaning}'. Write one of aal1, aal2, phr and phrh.";
            else if (component[0] == Identity && meaning.Length > 0 && levels is not null && levels.Find(meaning) is null)
                yield return $"Protocol:Vectors:{component} is '{meaning}'. Write a level of levels.json, such as gpg45:medium, or nothing for no proof.";
        }
    }
}
