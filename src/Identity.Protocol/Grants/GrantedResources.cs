using System.Collections.Immutable;
using Identity.Domain.Partners;

namespace Identity.Protocol.Grants;

/// <summary>RFC 8707 §2: the APIs named, else those that the scopes belong to.</summary>
internal static class GrantedResources
{
    public static string[] Of(ImmutableArray<string> named, IEnumerable<string> scopes, ClientSnapshot snapshot) => named.IsDefaultOrEmpty
        ? [.. scopes.Select(snapshot.FindScope).Select(scope => scope?.Resource).OfType<string>().Distinct()]
        : [.. named.Distinct()];
}
