using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Sdk;

namespace Identity.Web.Pages.SignIn;

/// <summary>A way to confirm who one is.</summary>
internal enum Way
{
    Passkey,
    App,
    Phone,
    BackupCode,
    Password,
}

internal static class Ways
{
    /// <summary>Those that bring somebody nearer to what is needed, the surest first. What is proved already is not asked again.</summary>
    public static IReadOnlyList<Way> To(ProofNeed need, Proofs proved, HeldWays held)
    {
        if (need.IsMetBy(proved))
            return [];

        var knows = proved.ShowKnowledge(need.Since);
        var ways = new List<Way>();
        if (held.Passkeys > 0 && need.Trust <= CredentialTrust.PhishingResistant)
            ways.Add(Way.Passkey);
        if (need.Trust is CredentialTrust.Aal2 && knows && held.App)
            ways.Add(Way.App);
        if (need.Trust is CredentialTrust.Aal2 && knows && held.Phones > 0)
            ways.Add(Way.Phone);
        if (need.Trust is CredentialTrust.Aal2 && knows && held.BackupCodes > 0)
            ways.Add(Way.BackupCode);
        // The first of two factors, where there is a second; or the only one that is asked for.
        if (held.Password && !knows && (need.Trust is CredentialTrust.Aal1 || (need.Trust is CredentialTrust.Aal2 && (held.SecondStep || held.BackupCodes > 0))))
            ways.Add(Way.Password);
        return ways;
    }
}
