namespace Identity.Protocol;

/// <summary>What the provider promises its clients. Section <c>Protocol</c>.</summary>
public sealed class ProtocolOptions
{
    /// <summary>The issuer: the address of this provider as clients know it.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>Life of an access token. Short, because a signed token works until it ends.</summary>
    public TimeSpan AccessToken { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Life of an ID token.</summary>
    public TimeSpan IdentityToken { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether applications may ask a framed page if somebody is still signed in (OpenID Connect Session Management).</summary>
    public bool SessionManagement { get; set; }

    /// <summary>Whether applications may be answered with tokens in the browser (OpenID Connect Core §3.2, §3.3), against RFC 9700 §2.1.2.</summary>
    public bool ImplicitFlows { get; set; }

    /// <summary>RFC 8485: what the components of a vector of trust mean: P a level of levels.json, C a class of authentication.</summary>
    public IDictionary<string, string> Vectors { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["P0"] = "",
        ["P1"] = "gpg45:low",
        ["P2"] = "gpg45:medium",
        ["P3"] = "gpg45:high",
        ["P4"] = "gpg45:very-high",
        ["Cl"] = "aal1",
        ["Cm"] = "aal2",
        ["Ck"] = "phr",
    };
}
