namespace Identity.Protocol.Grants;

/// <summary>Names of the claims that tie a token to its grant. Those with OpenIddict's private prefix never leave.</summary>
internal static class GrantClaims
{
    /// <summary>In an access token: the grant it was given under, looked up by user-info, introspection and revocation.</summary>
    public const string Id = "gid";

    /// <summary>RFC 8485 §3: the vector of trust that was asked for and met.</summary>
    public const string Vector = "vot";

    /// <summary>RFC 8485 §5: where its components are explained.</summary>
    public const string Trustmark = "vtm";

    /// <summary>The subject of the access token, where the APIs that it is for know the citizen by another than the client does.</summary>
    public const string AccessSubject = "oi_access_subject";

    public const string Grant = "oi_grant";
    public const string Generation = "oi_generation";
}
