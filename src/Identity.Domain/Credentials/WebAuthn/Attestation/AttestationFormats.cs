using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>The statement formats that are known here.</summary>
internal static class AttestationFormats
{
    private static readonly IAttestationVerifier[] Single =
    [
        new NoAttestation(), new PackedAttestation(), new TpmAttestation(), new AndroidKeyAttestation(), new AppleAttestation(), new FidoU2fAttestation(),
    ];

    private static readonly Dictionary<string, IAttestationVerifier> Known =
        Single.Append(new CompoundAttestation(Single)).ToDictionary(verifier => verifier.Format, StringComparer.Ordinal);

    /// <exception cref="WebAuthnException">The format is unknown, or the statement does not hold.</exception>
    public static AttestationEvidence Verify(AttestationObject attested, byte[] clientDataHash)
    {
        if (!Known.TryGetValue(attested.Format, out var verifier))
            throw new WebAuthnException(WebAuthnError.UnknownAttestationFormat);
        try
        {
            return verifier.Verify(new(attested.Statement, attested.Data, clientDataHash));
        }
        catch (CryptographicException)
        {
            // A certificate is read piece by piece, and shows only then that a piece is broken.
            throw new WebAuthnException(WebAuthnError.InvalidAttestation);
        }
    }
}
