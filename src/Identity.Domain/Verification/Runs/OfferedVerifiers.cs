using System.Collections.Frozen;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>The verifiers that this server offers, by name. They come and go with a start of the program.</summary>
/// <param name="verifiers">Of different names.</param>
public sealed class OfferedVerifiers(IEnumerable<IIdentityVerifier> verifiers)
{
    private readonly FrozenDictionary<string, OfferedVerifier> _all = verifiers.Select(verifier => new OfferedVerifier(verifier)).ToFrozenDictionary(verifier => verifier.Manifest.Name);

    /// <summary>Nobody can prove anything.</summary>
    public static OfferedVerifiers None { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<OfferedVerifier> All => _all.Values;

    /// <returns>Null when none has that name.</returns>
    public OfferedVerifier? Find(string? name) => name is null ? null : _all.GetValueOrDefault(name);
}

/// <summary>A verifier, and the manifest that it had when the program started: what it says of itself later does not count.</summary>
public sealed class OfferedVerifier(IIdentityVerifier verifier)
{
    /// <summary>What it said of itself.</summary>
    public VerifierManifest Manifest { get; } = verifier.Manifest;

    internal IIdentityVerifier Verifier => verifier;
}
