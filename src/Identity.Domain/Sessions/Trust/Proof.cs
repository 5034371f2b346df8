using Identity.Sdk;

namespace Identity.Domain.Sessions.Trust;

/// <summary>Somebody proved who they are.</summary>
/// <param name="Method">How.</param>
/// <param name="At">When.</param>
public sealed record Proof(ProofMethod Method, DateTimeOffset At);

/// <summary>What a client may be told of a sign-in, all three of the same proofs.</summary>
/// <param name="Trust">What they amount to.</param>
/// <param name="At">When the oldest of them was made: nothing is called fresher than what it rests on.</param>
/// <param name="Amr">RFC 8176 values.</param>
public sealed record AuthenticationFacts(CredentialTrust Trust, DateTimeOffset At, IReadOnlyList<string> Amr);
