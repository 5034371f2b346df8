namespace Identity.Protocol.DynamicRegistration;

/// <summary>Whether applications may register themselves. Section <c>Registration</c>.</summary>
public sealed class RegistrationOptions
{
    /// <summary>Whether there is a registration endpoint. Whoever registers shows an initial access token or a software statement.</summary>
    public bool Offered { get; set; }

    /// <summary>Lets whoever is on this machine register with neither. Refused in Production.</summary>
    public bool DangerOpenOnLoopback { get; set; }

    /// <summary>What a client may ask for that registered itself without an initial access token, separated by spaces.</summary>
    public string Scopes { get; set; } = "openid profile email offline_access";

    /// <summary>The most clients that may have registered themselves.</summary>
    public int Most { get; set; } = 1000;

    /// <summary>A file that says whose software statements (RFC 7591 §2.3) are believed: a JSON object of issuers, each with its public keys as a JSON Web Key Set.</summary>
    public string? StatementIssuers { get; set; }
}
