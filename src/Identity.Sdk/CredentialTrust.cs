namespace Identity.Sdk;

/// <summary>
/// How far a sign-in can be trusted to be its owner's, from low to high. Not how sure we are who they are: that is the level
/// of identity. The two upper ones are the classes of the OpenID Connect EAP ACR Values 1.0 profile.
/// </summary>
public enum CredentialTrust
{
    /// <summary>One factor (NIST SP 800-63B-4 AAL1).</summary>
    Aal1 = 1,

    /// <summary>Two factors (NIST SP 800-63B-4 AAL2).</summary>
    Aal2 = 2,

    /// <summary>Two factors, and nothing that another site could ask for and use here.</summary>
    PhishingResistant = 3,

    /// <summary>The same, with a key that a certified device never gives out (NIST SP 800-63B-4 AAL3).</summary>
    PhishingResistantHardware = 4,
}
