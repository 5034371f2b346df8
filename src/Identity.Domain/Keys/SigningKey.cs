using System.Security.Cryptography;

namespace Identity.Domain.Keys;

/// <summary>A signing key as this node holds it: imported once, used for every token.</summary>
public sealed record SigningKey(string Kid, string Algorithm, AsymmetricAlgorithm Key, DateTimeOffset SignsFrom, DateTimeOffset SignsUntil, DateTimeOffset PublishedUntil);

/// <summary>Every key in its life at one moment.</summary>
/// <param name="Version">Changes whenever the keys or their turn to sign do.</param>
/// <param name="Published">What stands in the JWKS.</param>
/// <param name="Signing">The key that signs now, for each algorithm; the default algorithm first.</param>
public sealed record SigningKeySet(long Version, IReadOnlyList<SigningKey> Published, IReadOnlyList<SigningKey> Signing);
