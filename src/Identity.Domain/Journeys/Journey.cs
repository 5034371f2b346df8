namespace Identity.Domain.Journeys;

/// <summary>A journey under way.</summary>
/// <param name="Kind">What is being done. Journeys of different kinds may share a key.</param>
/// <param name="Key">What the URL carries: 128 random bits, base64url.</param>
/// <param name="Browser">The cookie value of the browser that began it.</param>
/// <param name="State">The answers so far.</param>
/// <param name="Version">Grows with each step, so that of two tabs the later save wins only over what it saw.</param>
/// <param name="ExpiresAt">When it is forgotten.</param>
public sealed record Journey<TState>(string Kind, string Key, string Browser, TState State, int Version, DateTimeOffset ExpiresAt);
