namespace Identity.Demo.RelyingParty;

/// <summary>What one application says of itself when it signs people in: its registration, seen from its own side.</summary>
internal sealed record RelyingPartyProfile
{
    /// <summary>The provider's address; everything else about it is read from its discovery document.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Where the application itself answers.</summary>
    public required Uri Address { get; init; }

    public required string ClientId { get; init; }
    public required ClientAuthentication Authentication { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The algorithm registered as <c>id_token_signed_response_alg</c>; no other is accepted.</summary>
    public required string IdTokenAlgorithm { get; init; }

    /// <summary>The protected resource its access tokens are for (RFC 8707), if it calls one.</summary>
    public Uri? Resource { get; init; }

    /// <summary>The folder of its pages in this project.</summary>
    public required string Pages { get; init; }

    /// <summary>The page a person lands on after signing in from the front page.</summary>
    public required string Home { get; init; }
}
