using Identity.Domain.Sessions.Trust;
using Identity.Sdk;

namespace Identity.Protocol.Interaction;

/// <summary>What a person has to prove beyond what they have proved.</summary>
/// <param name="Trust">What it must amount to.</param>
/// <param name="Since">What was proved before does not count; null when all of the session does.</param>
/// <param name="Essential">Whether they cannot go on without.</param>
public sealed record ProofNeed(CredentialTrust Trust, DateTimeOffset? Since, bool Essential)
{
    public bool IsMetBy(Proofs proofs) => proofs.Reach(Trust, Since);
}
