using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.Clients;

/// <summary>Lets OpenIddict read clients from the snapshot: no query on any request. Registrations are written in Domain.</summary>
internal sealed class ClientApplicationStore(ClientDirectory directory, TimeProvider clock) : IOpenIddictApplicationStore<Client>
{
    public ValueTask<long> CountAsync(CancellationToken cancellationToken) => new(directory.Current.Clients.LongCount());

    public ValueTask<long> CountAsync<TResult>(Func<IQueryable<Client>, IQueryable<TResult>> query, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask CreateAsync(Client application, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask DeleteAsync(Client application, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask<Client?> FindByIdAsync(string identifier, CancellationToken cancellationToken) =>
        new(directory.Current.Find(identifier));

    public ValueTask<Client?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken) =>
        new(directory.Current.Find(identifier));

    public IAsyncEnumerable<Client> FindByPostLogoutRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        directory.Current.Clients.Where(client => client.PostLogoutRedirectUris.Contains(uri)).ToAsyncEnumerable();

    public IAsyncEnumerable<Client> FindByRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        directory.Current.Clients.Where(client => client.RedirectUris.Contains(uri)).ToAsyncEnumerable();

    public ValueTask<string?> GetApplicationTypeAsync(Client application, CancellationToken cancellationToken) =>
        new(application.ApplicationType);

    public ValueTask<TResult?> GetAsync<TState, TResult>(Func<IQueryable<Client>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask<string?> GetClientIdAsync(Client application, CancellationToken cancellationToken) => new(application.ClientId);

    public ValueTask<string?> GetClientSecretAsync(Client application, CancellationToken cancellationToken) =>
        new(application.ClientSecretEnds.Count == 0
            ? ClientFacts.Of(application).SecretHashes
            : string.Join(' ', application.ClientSecretSha256.Where(hash => application.Counts(hash, clock.GetUtcNow()))));

    public ValueTask<string?> GetClientTypeAsync(Client application, CancellationToken cancellationToken) =>
        new(application.IsPublic ? ClientTypes.Public : ClientTypes.Confidential);

    public ValueTask<string?> GetConsentTypeAsync(Client application, CancellationToken cancellationToken) =>
        new(ConsentTypes.Explicit);

    public ValueTask<string?> GetDisplayNameAsync(Client application, CancellationToken cancellationToken) =>
        new(application.ClientName);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDisplayNamesAsync(Client application, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<CultureInfo, string>.Empty);

    public ValueTask<string?> GetIdAsync(Client application, CancellationToken cancellationToken) => new(application.ClientId);

    public ValueTask<JsonWebKeySet?> GetJsonWebKeySetAsync(Client application, CancellationToken cancellationToken) =>
        new(ClientFacts.Of(application).Keys);

    public ValueTask<ImmutableArray<string>> GetPermissionsAsync(Client application, CancellationToken cancellationToken) =>
        new(ClientFacts.Of(application).Permissions);

    public ValueTask<ImmutableArray<string>> GetPostLogoutRedirectUrisAsync(Client application, CancellationToken cancellationToken) =>
        new(ClientFacts.Of(application).PostLogoutRedirectUris);

    public ValueTask<ImmutableDictionary<string, JsonElement>> GetPropertiesAsync(Client application, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<string, JsonElement>.Empty);

    public ValueTask<ImmutableArray<string>> GetRedirectUrisAsync(Client application, CancellationToken cancellationToken) =>
        new(ClientFacts.Of(application).RedirectUris);

    public ValueTask<ImmutableArray<string>> GetRequirementsAsync(Client application, CancellationToken cancellationToken) =>
        new([Requirements.Features.ProofKeyForCodeExchange]);

    public ValueTask<ImmutableDictionary<string, string>> GetSettingsAsync(Client application, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<string, string>.Empty);

    public ValueTask<Client> InstantiateAsync(CancellationToken cancellationToken) => throw ReadOnly();

    public IAsyncEnumerable<Client> ListAsync(int? count, int? offset, CancellationToken cancellationToken) =>
        directory.Current.Clients.Skip(offset ?? 0).Take(count ?? int.MaxValue).ToAsyncEnumerable();

    public IAsyncEnumerable<TResult> ListAsync<TState, TResult>(Func<IQueryable<Client>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetApplicationTypeAsync(Client application, string? type, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetClientIdAsync(Client application, string? identifier, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetClientSecretAsync(Client application, string? secret, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetClientTypeAsync(Client application, string? type, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetConsentTypeAsync(Client application, string? type, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetDisplayNameAsync(Client application, string? name, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetDisplayNamesAsync(Client application, ImmutableDictionary<CultureInfo, string> names, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetJsonWebKeySetAsync(Client application, JsonWebKeySet? set, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetPermissionsAsync(Client application, ImmutableArray<string> permissions, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetPostLogoutRedirectUrisAsync(Client application, ImmutableArray<string> uris, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetPropertiesAsync(Client application, ImmutableDictionary<string, JsonElement> properties, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetRedirectUrisAsync(Client application, ImmutableArray<string> uris, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetRequirementsAsync(Client application, ImmutableArray<string> requirements, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetSettingsAsync(Client application, ImmutableDictionary<string, string> settings, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask UpdateAsync(Client application, CancellationToken cancellationToken) => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("Clients are written through Identity.Domain.Partners.ClientStore.");
}
