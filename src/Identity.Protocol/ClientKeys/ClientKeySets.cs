using Identity.Domain.Partners;
using Identity.Protocol.Clients;
using Identity.Protocol.Outgoing;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.ClientKeys;

/// <summary>
/// The public keys of a client: those it registered as <c>jwks</c>, or those that its <c>jwks_uri</c> holds (OpenID Connect
/// Registration §2), which are fetched when they are first needed and kept. Safe for concurrent use.
/// </summary>
internal sealed class ClientKeySets(PartnerDocuments documents, TimeProvider clock) : IDisposable
{
    private const int MostKept = 10_000;

    // What nobody asks for is let go. How old keys may be, each of them knows by our clock.
    private static readonly MemoryCacheEntryOptions Unused = new() { Size = 1, SlidingExpiration = TimeSpan.FromDays(1) };

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly Lock _adding = new();

    /// <param name="kid">The key that is looked for; null for any.</param>
    /// <returns>Null when it has none, or they cannot be had now.</returns>
    public ValueTask<JsonWebKeySet?> FindAsync(Client client, string? kid, CancellationToken cancellationToken) =>
        client.JwksUri is { } address ? Kept(new Uri(address)).FindAsync(kid, cancellationToken) : new(ClientFacts.Of(client).Keys);

    /// <summary>Why the last look at a client's <c>jwks_uri</c> brought nothing, in words for its developer; null when it did.</summary>
    public string? Fault(Client client) => client.JwksUri is { } address ? Kept(new Uri(address)).Fault : null;

    public void Dispose() => _kept.Dispose();

    private KeptKeySet Kept(Uri address)
    {
        if (_kept.TryGetValue(address, out KeptKeySet? kept) && kept is not null)
            return kept;
        lock (_adding)
            return _kept.TryGetValue(address, out kept) && kept is not null ? kept : _kept.Set(address, new KeptKeySet(address, documents, clock), Unused);
    }
}
