namespace Identity.Sdk;

/// <summary>How sure somebody is who a person is, by the four levels of GPG 45. Not how well they signed in: that is <see cref="CredentialTrust"/>.</summary>
public enum LevelOfConfidence
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,

    /// <summary>Very high.</summary>
    VeryHigh,
}
