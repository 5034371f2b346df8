namespace Identity.Protocol.Errors;

/// <summary>Error codes that OpenIddict has no name for.</summary>
internal static class ProtocolErrors
{
    /// <summary>OpenID Connect Core Unmet Authentication Requirements 1.0 §2, named by RFC 9470 §5.</summary>
    public const string UnmetAuthenticationRequirements = "unmet_authentication_requirements";
}
