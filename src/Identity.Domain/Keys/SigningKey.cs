using System.Security.Cryptography;

namespace Identity.Domain.Keys;

/// <summary>The times of a signing key's life, in their order.</summary>
public sealed record KeyLife(DateTimeOffset AnnouncedAt, DateTimeOffset SignsFrom, DateTimeOffset SignsUntil, DateTimeOffset PublishedUntil);

/// <summary>That a key was taken out of use by hand.</summary>
/// <param name="At">When.</param>
/// <param name="LastSeal">The number of the last audit seal there was: what the key sealed after it is not believed.</param>
public sealed record KeyRevocation(DateTimeOffset At, long LastSeal);

/// <summary>A signing key as this node holds it: imported once, used for every token.</summary>
public sealed record SigningKey(string Kid, string Algorithm, AsymmetricAlgorithm Key, KeyLife Life, KeyRevocation? Revoked);

/// <summary>Every key in its life at one moment.</summary>
/// <param name="Version">Changes whenever the keys or their turn to sign do.</param>
/// <param name="Published">What stands in the JWKS.</param>
/// <param name="Signing">The key that signs now, for each algorithm; the default algorithm first.</param>
public sealed record SigningKeySet(long Version, IReadOnlyList<SigningKey> Published, IReadOnlyList<SigningKey> Signing);
