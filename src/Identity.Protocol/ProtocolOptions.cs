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
}
