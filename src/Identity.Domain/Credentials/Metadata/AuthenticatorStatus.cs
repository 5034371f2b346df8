using System.Collections.Frozen;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>What reports of a model mean (FIDO Metadata Service 3.1 §3.1.4).</summary>
internal static class AuthenticatorStatus
{
    private static readonly FrozenSet<string> Bad = FrozenSet.Create(StringComparer.Ordinal,
        "USER_VERIFICATION_BYPASS", "ATTESTATION_KEY_COMPROMISE", "USER_KEY_REMOTE_COMPROMISE", "USER_KEY_PHYSICAL_COMPROMISE", "REVOKED");

    // FIDO_CERTIFIED alone says that it works together with others, and nothing of how it keeps keys.
    private static readonly FrozenSet<string> Certified = FrozenSet.Create(StringComparer.Ordinal,
        "FIDO_CERTIFIED_L1", "FIDO_CERTIFIED_L1plus", "FIDO_CERTIFIED_L2", "FIDO_CERTIFIED_L2plus", "FIDO_CERTIFIED_L3", "FIDO_CERTIFIED_L3plus");

    /// <summary>One is enough, whatever came after it.</summary>
    public static bool IsBad(string status) => Bad.Contains(status);

    public static bool IsCertified(string status) => Certified.Contains(status);
}
