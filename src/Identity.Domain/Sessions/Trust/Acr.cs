using System.Diagnostics;
using Identity.Sdk;

namespace Identity.Domain.Sessions.Trust;

/// <summary>The values of <c>acr</c> (OpenID Connect Core §2) that stand for <see cref="CredentialTrust"/>.</summary>
public static class Acr
{
    public static string Of(CredentialTrust trust) => trust switch
    {
        CredentialTrust.Aal1 => "aal1",
        CredentialTrust.Aal2 => "aal2",
        CredentialTrust.PhishingResistant => "phr",
        CredentialTrust.PhishingResistantHardware => "phrh",
        _ => throw new UnreachableException(),
    };

    /// <returns>Null for a value that is none of ours.</returns>
    public static CredentialTrust? Read(string? value)
    {
        foreach (var trust in Enum.GetValues<CredentialTrust>())
        {
            if (Of(trust) == value)
                return trust;
        }

        return null;
    }
}
