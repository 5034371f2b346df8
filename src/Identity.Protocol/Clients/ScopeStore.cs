using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Identity.Domain.Partners;
using OpenIddict.Abstractions;

namespace Identity.Protocol.Clients;

/// <summary>Lets OpenIddict read scopes from the snapshot.</summary>
internal sealed class ScopeStore(ClientDirectory directory) : IOpenIddictScopeStore<Scope>
{
    public ValueTask<long> CountAsync(CancellationToken cancellationToken) => new(directory.Current.Scopes.LongCount());

    public ValueTask<long> CountAsync<TResult>(Func<IQueryable<Scope>, IQueryable<TResult>> query, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask CreateAsync(Scope scope, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask DeleteAsync(Scope scope, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask<Scope?> FindByIdAsync(string identifier, CancellationToken cancellationToken) =>
        new(directory.Current.FindScope(identifier));

    public ValueTask<Scope?> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        new(directory.Current.FindScope(name));

    public IAsyncEnumerable<Scope> FindByNamesAsync(ImmutableArray<string> names, CancellationToken cancellationToken) =>
        names.Select(directory.Current.FindScope).OfType<Scope>().ToAsyncEnumerable();

    public IAsyncEnumerable<Scope> FindByResourceAsync(string resource, CancellationToken cancellationToken) =>
        directory.Current.Scopes.Where(scope => scope.Resource == resource).ToAsyncEnumerable();

    public ValueTask<TResult?> GetAsync<TState, TResult>(Func<IQueryable<Scope>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask<string?> GetDescriptionAsync(Scope scope, CancellationToken cancellationToken) => new(scope.Description);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDescriptionsAsync(Scope scope, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<CultureInfo, string>.Empty);

    public ValueTask<string?> GetDisplayNameAsync(Scope scope, CancellationToken cancellationToken) => new(scope.Name);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDisplayNamesAsync(Scope scope, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<CultureInfo, string>.Empty);

    public ValueTask<string?> GetIdAsync(Scope scope, CancellationToken cancellationToken) => new(scope.Name);

    public ValueTask<string?> GetNameAsync(Scope scope, CancellationToken cancellationToken) => new(scope.Name);

    public ValueTask<ImmutableDictionary<string, JsonElement>> GetPropertiesAsync(Scope scope, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<string, JsonElement>.Empty);

    public ValueTask<ImmutableArray<string>> GetResourcesAsync(Scope scope, CancellationToken cancellationToken) =>
        new(scope.Resource is { } resource ? [resource] : []);

    public ValueTask<Scope> InstantiateAsync(CancellationToken cancellationToken) => throw ReadOnly();

    public IAsyncEnumerable<Scope> ListAsync(int? count, int? offset, CancellationToken cancellationToken) =>
        directory.Current.Scopes.Skip(offset ?? 0).Take(count ?? int.MaxValue).ToAsyncEnumerable();

    public IAsyncEnumerable<TResult> ListAsync<TState, TResult>(Func<IQueryable<Scope>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetDescriptionAsync(Scope scope, string? description, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetDescriptionsAsync(Scope scope, ImmutableDictionary<CultureInfo, string> descriptions, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetDisplayNameAsync(Scope scope, string? name, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetDisplayNamesAsync(Scope scope, ImmutableDictionary<CultureInfo, string> names, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetNameAsync(Scope scope, string? name, CancellationToken cancellationToken) => throw ReadOnly();

    public ValueTask SetPropertiesAsync(Scope scope, ImmutableDictionary<string, JsonElement> properties, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask SetResourcesAsync(Scope scope, ImmutableArray<string> resources, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public ValueTask UpdateAsync(Scope scope, CancellationToken cancellationToken) => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("Scopes are written with the registration of their API.");
}
