using System.Collections.Frozen;
using Identity.Domain.Consent;

namespace Identity.Domain.Partners;

/// <summary>A scope that may be asked for.</summary>
/// <param name="Name">As in the <c>scope</c> parameter.</param>
/// <param name="Resource">The API it belongs to, or null for OpenID Connect's own.</param>
/// <param name="Description">What it allows, in words for a citizen; empty for OpenID Connect's own.</param>
public sealed record Scope(string Name, string? Resource, string Description);

/// <summary>Every client and scope at one moment. Immutable.</summary>
public sealed class ClientSnapshot
{
    private static readonly Scope[] Standard =
        [.. SharedItem.All.Select(item => item.Scope).Where(scope => scope.Length > 0).Distinct().Append("openid").Append("offline_access").Select(name => new Scope(name, null, ""))];

    private readonly FrozenDictionary<string, RegisteredClient> _registered;
    private readonly FrozenDictionary<string, Scope> _scopes;
    private readonly FrozenDictionary<string, Client> _resources;

    /// <param name="version">By which a later one is known.</param>
    internal ClientSnapshot(long version, IEnumerable<RegisteredClient> registered)
    {
        Version = version;
        _registered = registered.ToFrozenDictionary(each => each.Client.ClientId, StringComparer.Ordinal);
        _resources = Clients.Where(client => client.Resource is not null)
            .DistinctBy(client => client.Resource!.Resource).ToFrozenDictionary(client => client.Resource!.Resource, StringComparer.Ordinal); // Filtered above.
        _scopes = Standard
            .Concat(_resources.Values.SelectMany(client => client.Resource!.Scopes.Select(scope => new Scope(scope.Key, client.Resource.Resource, scope.Value)))) // As above.
            .DistinctBy(scope => scope.Name).ToFrozenDictionary(scope => scope.Name, StringComparer.Ordinal);
    }

    public long Version { get; }

    public IEnumerable<Client> Clients => _registered.Values.Select(each => each.Client);

    public IEnumerable<Scope> Scopes => _scopes.Values;

    public Client? Find(string? clientId) => clientId is null ? null : _registered.GetValueOrDefault(clientId)?.Client;

    /// <returns>When the registration was last written; null for a client that is unknown.</returns>
    public DateTimeOffset? ChangedAt(string clientId) => _registered.GetValueOrDefault(clientId)?.ChangedAt;

    /// <returns>Until when its requests are traced, which may be over; null for a client that is unknown, or of which none were.</returns>
    public DateTimeOffset? TracedUntil(string clientId) => _registered.GetValueOrDefault(clientId)?.TracedUntil;

    /// <returns>The organisation whose people look after it; null where nobody does in the portal.</returns>
    public Guid? OrganisationOf(string clientId) => _registered.GetValueOrDefault(clientId)?.Organisation;

    public Scope? FindScope(string name) => _scopes.GetValueOrDefault(name);

    /// <returns>The API with this resource indicator, or null.</returns>
    public Client? FindResource(string resource) => _resources.GetValueOrDefault(resource);
}

/// <param name="Client">The registration.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="TracedUntil">Until when its requests are traced.</param>
/// <param name="Organisation">Whose it is; null where nobody looks after it in the portal.</param>
internal sealed record RegisteredClient(Client Client, DateTimeOffset ChangedAt, DateTimeOffset? TracedUntil, Guid? Organisation);
