using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>What a statement that holds shows: its format, who vouches, and by which certificates, the leaf first.</summary>
internal sealed record AttestationEvidence(string Format, AttestationKind Kind, IReadOnlyList<X509Certificate2> TrustPath)
{
    /// <summary>The statements of a compound attestation, each of which holds.</summary>
    public IReadOnlyList<AttestationEvidence> Parts { get; init; } = [];
}
