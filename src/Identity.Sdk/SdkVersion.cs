namespace Identity.Sdk;

/// <summary>The version of the contract in this assembly.</summary>
public static class SdkVersion
{
    /// <summary>
    /// Rises by one when a member is added; what was there keeps its meaning. As a constant it is compiled into a verifier, so
    /// that <see cref="VerifierManifest.Sdk"/> says which version the verifier was made for. A server refuses one that is newer
    /// than its own.
    /// </summary>
    public const int Current = 2;
}
