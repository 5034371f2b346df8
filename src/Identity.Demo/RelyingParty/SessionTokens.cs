using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>The tokens of the people signed in, held in memory on the server: the browser gets a key in its cookie and no token.</summary>
internal sealed class SessionTokens(IMemoryCache cache, TimeProvider clock)
{
    public static readonly TimeSpan IdleEnd = TimeSpan.FromMinutes(30);

    private const string KeyClaim = "session";

    /// <summary>Keeps what the token endpoint answered and writes the key to it on the identity that signs in.</summary>
    public void Add(ClaimsIdentity identity, OpenIdConnectMessage answer)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        identity.AddClaim(new Claim(KeyClaim, key));
        cache.Set(key, new Tokens(clock, answer), new MemoryCacheEntryOptions { SlidingExpiration = IdleEnd });
    }

    public Tokens? Find(ClaimsPrincipal? citizen) =>
        citizen?.FindFirstValue(KeyClaim) is { } key ? cache.Get<Tokens>(key) : null;

    public void Remove(ClaimsPrincipal? citizen)
    {
        if (citizen?.FindFirstValue(KeyClaim) is { } key) cache.Remove(key);
    }
}
