using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace Identity.Demo.RelyingParty;

/// <summary>
/// The provider's sessions that it said have ended (OpenID Connect Back-Channel Logout §2.7). A cookie cannot be taken out of a
/// browser from here, so each is held against this list. Held in memory: an application on several machines keeps it in its database.
/// </summary>
internal sealed class EndedSessions(IMemoryCache cache)
{
    // No cookie lives longer without being used, and none that is used and stands here goes on.
    private static readonly TimeSpan Kept = SessionTokens.IdleEnd + TimeSpan.FromMinutes(5);

    /// <summary>Ends every session here that began in that session of the provider.</summary>
    public void End(string sid) => cache.Set(Session(sid), true, Kept);

    public bool Contains(ClaimsPrincipal? citizen) => citizen?.FindFirstValue("sid") is { } sid && cache.TryGetValue(Session(sid), out _);

    /// <returns>Whether no token has come with this <c>jti</c> before (§2.6 step 8).</returns>
    public bool IsFirst(string jti, TimeSpan life)
    {
        var mine = new object();
        return ReferenceEquals(mine, cache.GetOrCreate($"jti {jti}", entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = life;
            return mine;
        }));
    }

    private static string Session(string sid) => $"ended {sid}";
}
