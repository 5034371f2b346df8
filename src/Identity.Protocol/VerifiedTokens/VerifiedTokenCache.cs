using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using OpenIddict.Server;

namespace Identity.Protocol.VerifiedTokens;

/// <summary>
/// Access tokens whose signature this node has checked, so that the next request with the same one costs no elliptic
/// curve. Their time, their grant and whom they are for are looked at each time. What is kept belongs to the instance of
/// the options whose keys checked it: when a key comes or goes there is another instance, with nothing kept. Bounded and
/// thread-safe.
/// </summary>
internal sealed class VerifiedTokenCache
{
    /// <summary>What one of the two halves holds; the older half goes when the newer one is full.</summary>
    private const int MostInHalf = 4096;

    private readonly ConditionalWeakTable<OpenIddictServerOptions, Halves> _kept = [];

    private sealed class Halves
    {
        public ConcurrentDictionary<string, ClaimsPrincipal> Newer = new(StringComparer.Ordinal);
        public ConcurrentDictionary<string, ClaimsPrincipal> Older = new(StringComparer.Ordinal);
    }

    /// <returns>What the token says, for the caller to change as it likes; null when it must be verified.</returns>
    public ClaimsPrincipal? Find(OpenIddictServerOptions options, string token)
    {
        var halves = _kept.GetOrCreateValue(options);
        return halves.Newer.TryGetValue(token, out var known) || halves.Older.TryGetValue(token, out known) ? known.Clone() : null;
    }

    /// <summary>Keeps what a token was found to say.</summary>
    public void Keep(OpenIddictServerOptions options, string token, ClaimsPrincipal verified)
    {
        var halves = _kept.GetOrCreateValue(options);
        var newer = halves.Newer;
        newer.TryAdd(token, verified.Clone());
        if (newer.Count <= MostInHalf)
            return;

        lock (halves)
        {
            if (ReferenceEquals(halves.Newer, newer))
                (halves.Older, halves.Newer) = (newer, new(StringComparer.Ordinal));
        }
    }
}
