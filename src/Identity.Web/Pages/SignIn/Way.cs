using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;

namespace Identity.Web.Pages.SignIn;

/// <summary>A way to confirm who one is.</summary>
internal enum Way
{
    Password,
}

internal static class Ways
{
    /// <summary>Those that bring somebody nearer to what is needed, the surest first. What is proved already is not asked again.</summary>
    public static IReadOnlyList<Way> To(ProofNeed need, Proofs proved, HeldWays held)
    {
        if (need.IsMetBy(proved))
            return [];

        var ways = new List<Way>();
        var knows = proved.ShowKnowledge(need.Since);
        if (held.Password && !knows && need.Trust is CredentialTrust.Aal1)
            ways.Add(Way.Password);
        return ways;
    }
}
