namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What the host knows of itself and passkeys need: filled from its own settings, never from a request.</summary>
public sealed class PasskeySite
{
    /// <summary>The issuer of the provider.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>The brand.</summary>
    public string Name { get; set; } = "";
}
