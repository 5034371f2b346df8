namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Signature algorithms by their COSE numbers (RFC 9053 §2, RFC 8812 §2, RFC 9864).</summary>
internal enum CoseAlgorithm
{
    ES256 = -7,
    EdDsa = -8,
    ES384 = -35,
    ES512 = -36,
    PS256 = -37,
    Ed448 = -53,
    RS256 = -257,
    RS384 = -258,
    RS512 = -259,

    // Only in attestation statements of older TPMs; never a credential's.
    RS1 = -65535,
}
