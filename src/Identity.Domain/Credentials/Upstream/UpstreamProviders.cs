using System.Collections.Frozen;
using Identity.Sdk;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>The other providers that people may sign in at, by name. They come and go with a start of the program.</summary>
/// <param name="verifiers">Verifiers of different names, each of which is an <see cref="ISignInProvider"/>.</param>
public sealed class UpstreamProviders(IEnumerable<IIdentityVerifier> verifiers)
{
    private readonly FrozenDictionary<string, UpstreamProvider> _all = verifiers.Select(verifier => new UpstreamProvider(verifier)).ToFrozenDictionary(provider => provider.Name);

    /// <summary>Nobody can.</summary>
    public static UpstreamProviders None { get; } = new([]);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<UpstreamProvider> All => [.. _all.Values.OrderBy(provider => provider.Name, StringComparer.Ordinal)];

    /// <returns>Null when none has that name.</returns>
    public UpstreamProvider? Find(string? name) => name is null ? null : _all.GetValueOrDefault(name);
}

/// <summary>A provider, and what it said of itself when the program started.</summary>
public sealed class UpstreamProvider(IIdentityVerifier verifier)
{
    /// <summary>Its name here.</summary>
    public string Name => Manifest.Name;

    /// <summary>Its texts.</summary>
    public VerifierManifest Manifest { get; } = verifier.Manifest;

    internal ISignInProvider SignIn { get; } = verifier as ISignInProvider ?? throw new ArgumentException($"{verifier.Manifest.Name} signs nobody in.", nameof(verifier));
}
