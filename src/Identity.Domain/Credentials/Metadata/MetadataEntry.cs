using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>One model of authenticators, as the metadata describes it.</summary>
internal sealed record MetadataEntry(Guid Aaguid, IReadOnlyList<string> Statuses, IReadOnlyList<X509Certificate2> Roots, IReadOnlyList<string> KeyProtection)
{
    /// <summary>The first report that speaks against it, or null.</summary>
    public string? Compromise => Statuses.FirstOrDefault(AuthenticatorStatus.IsBad);

    public bool IsCertified => Statuses.Any(AuthenticatorStatus.IsCertified);

    /// <summary>Whether a key cannot leave its hardware (FIDO Registry §3.2).</summary>
    public bool IsHardware => !KeyProtection.Contains("software") && KeyProtection.Any(protection => protection is "hardware" or "secure_element" or "tee");
}
