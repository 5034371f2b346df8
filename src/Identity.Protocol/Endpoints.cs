namespace Identity.Protocol;

/// <summary>Where the endpoints stand, relative to the issuer.</summary>
public static class Endpoints
{
    public const string Authorization = "authorize";
    public const string Token = "token";
    public const string UserInfo = "userinfo";
    public const string Introspection = "introspect";
    public const string Revocation = "revoke";
    public const string PushedAuthorization = "par";
    public const string Registration = "register";
    public const string DeviceAuthorization = "device_authorization";

    /// <summary>RFC 8628 §3.3: where a person types the code of a device; short, as they type the address too.</summary>
    public const string DeviceVerification = "device";

    public const string EndSession = "end-session";

    /// <summary>OpenID Connect Session Management §3.3: the page that applications frame.</summary>
    public const string CheckSession = "check-session";

    /// <summary>RFC 8485 §5: what the components of a vector of trust mean.</summary>
    public const string Trustmark = "trustmark";

    public const string JsonWebKeySet = ".well-known/jwks.json";
}
