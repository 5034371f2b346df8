using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Domain.Partners;

/// <summary>
/// A partner's application as registered: the metadata of RFC 7591 and OpenID Connect Registration under their own
/// names, and what a citizen is told before they share. Immutable; the snapshot hands out the same object to everybody.
/// </summary>
public sealed record Client
{
    public string ClientId { get; init; } = "";

    /// <summary>The issuer it belongs to, by path: <c>/</c>, or a dialect's.</summary>
    public string Issuer { get; init; } = "/";

    /// <summary><c>web</c> or <c>native</c>.</summary>
    public string ApplicationType { get; init; } = "web";

    /// <summary>While true nobody is signed in to it and it gets no tokens; a person who comes from it is told so.</summary>
    public bool Paused { get; init; }

    /// <summary>To how many in a hundred citizens it is open; while that is less than 100, always to the people of its own organisation.</summary>
    public int OpenTo { get; init; } = 100;

    public string ClientName { get; init; } = "";

    public string OrganizationName { get; init; } = "";

    public string? ClientUri { get; init; }

    /// <summary>Where it says what it does with what it is told (OpenID Connect Registration §2).</summary>
    public string? PolicyUri { get; init; }

    /// <summary>Its terms (OpenID Connect Registration §2).</summary>
    public string? TosUri { get; init; }

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    /// <summary>Where it is told that a session of somebody ended (OpenID Connect Back-Channel Logout §2.2).</summary>
    public string? BackchannelLogoutUri { get; init; }

    /// <summary>Whether it wants the <c>sid</c> of that session. It is always told.</summary>
    public bool BackchannelLogoutSessionRequired { get; init; }

    /// <summary>The page of its that the signed-out page shows in a frame (OpenID Connect Front-Channel Logout §2).</summary>
    public string? FrontchannelLogoutUri { get; init; }

    /// <summary>Whether it wants <c>iss</c> and <c>sid</c> there. It always gets them.</summary>
    public bool FrontchannelLogoutSessionRequired { get; init; }

    /// <summary>Where a citizen begins at this provider to be signed in there (OpenID Connect Core §4); absent, they begin at the application.</summary>
    public string? InitiateLoginUri { get; init; }

    /// <summary>The <c>max_age</c>, in seconds, of a request that has none (OpenID Connect Registration §2).</summary>
    public int? DefaultMaxAge { get; init; }

    /// <summary>The <c>acr_values</c> of a request that asks for none (OpenID Connect Registration §2).</summary>
    public IReadOnlyList<string> DefaultAcrValues { get; init; } = [];

    /// <summary>Whether it needs <c>auth_time</c> in ID tokens (OpenID Connect Registration §2). They always have it.</summary>
    public bool RequireAuthTime { get; init; }

    public IReadOnlyList<string> GrantTypes { get; init; } = ["authorization_code"];

    public IReadOnlyList<string> ResponseTypes { get; init; } = ["code"];

    /// <summary>Scopes it may ask for, separated by spaces.</summary>
    public string Scope
    {
        get;
        init => (field, Scopes) = (value, value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    } = "openid";

    public string TokenEndpointAuthMethod { get; init; } = "client_secret_basic";

    public string? TokenEndpointAuthSigningAlg { get; init; }

    /// <summary>SHA-256 of each secret that counts, in hexadecimal; two while one is being replaced.</summary>
    public IReadOnlyList<string> ClientSecretSha256 { get; init; } = [];

    /// <summary>Each secret that counts, sealed by <see cref="SealedSecrets"/>: of a client alone that signs with it.</summary>
    public IReadOnlyList<string> ClientSecretSealed { get; init; } = [];

    /// <summary>From when on a secret counts no more, by its SHA-256; one that is not named here has no end.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ClientSecretEnds { get; init; } = new Dictionary<string, DateTimeOffset>();

    public JsonElement? Jwks { get; init; }

    /// <summary>Where its keys are, in place of <see cref="Jwks"/>.</summary>
    public string? JwksUri { get; init; }

    /// <summary><c>pairwise</c> or <c>public</c>.</summary>
    public string SubjectType { get; init; } = "pairwise";

    /// <summary>The sector its pairwise subjects belong to; the host of its redirect URIs when absent.</summary>
    public string? SectorIdentifier { get; init; }

    /// <summary>Where the sector lists the redirect URIs that belong to it (OpenID Connect Registration §5); its host is the sector.</summary>
    public string? SectorIdentifierUri { get; init; }

    public string IdTokenSignedResponseAlg { get; init; } = "ES256";

    /// <summary>With what its ID tokens are encrypted for it (OpenID Connect Registration §2); absent, they are not.</summary>
    public string? IdTokenEncryptedResponseAlg { get; init; }

    public string IdTokenEncryptedResponseEnc { get; init; } = "A128CBC-HS256";

    /// <summary>With what its user-info is signed (OpenID Connect Registration §2); absent, it is JSON.</summary>
    public string? UserinfoSignedResponseAlg { get; init; }

    public string? UserinfoEncryptedResponseAlg { get; init; }

    public string UserinfoEncryptedResponseEnc { get; init; } = "A128CBC-HS256";

    public bool RequirePushedAuthorizationRequests { get; init; }

    /// <summary>With what it signs its request objects (OpenID Connect Registration §2); any asymmetric algorithm when absent.</summary>
    public string? RequestObjectSigningAlg { get; init; }

    /// <summary>Whether its requests come as signed objects and no other way (RFC 9101 §10.5).</summary>
    public bool RequireSignedRequestObject { get; init; }

    /// <summary>Where it holds request objects ready (OpenID Connect Registration §2), each with the SHA-256 of what is there as its fragment, or without.</summary>
    public IReadOnlyList<string> RequestUris { get; init; } = [];

    /// <summary>Resource indicators (RFC 8707) of the APIs it may call.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The vectors of trust (RFC 8485) it may ask for.</summary>
    public IReadOnlyList<string> VectorsOfTrust { get; init; } = [];

    public ConsentTerms Consent { get; init; } = new();

    /// <summary>Present when this is an API that access tokens are for.</summary>
    public ProtectedResource? Resource { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Scopes { get; private init; } = ["openid"];

    /// <summary>Whether it has keys, here or at an address of its own.</summary>
    [JsonIgnore]
    public bool HasKeys => Jwks is not null || JwksUri is not null;

    /// <returns>Whether a secret counts at a time.</returns>
    public bool Counts(string sha256, DateTimeOffset now) => !ClientSecretEnds.TryGetValue(sha256, out var end) || end > now;

    [JsonIgnore]
    public bool IsPublic => TokenEndpointAuthMethod == "none";

    /// <summary>OpenID Connect Core §8.1: the sector, or the host of the redirect URIs.</summary>
    [JsonIgnore]
    public string Sector => SectorIdentifier
        ?? (SectorIdentifierUri is { } list ? new Uri(list).Host : null)
        ?? RedirectUris.Select(uri => new Uri(uri).Host).Where(host => host.Length > 0).Distinct().SingleOrDefault() ?? ClientId;
}

/// <summary>What a citizen is told before they share, in the partner's words.</summary>
public sealed record ConsentTerms
{
    public string Purpose { get; init; } = "";

    /// <summary>By item: <c>name</c>, <c>birthdate</c>, <c>email</c>, <c>phone_number</c>, <c>address</c>, <c>locale</c>. Items left out are not given.</summary>
    public IReadOnlyDictionary<string, ConsentTerm> Claims { get; init; } = new Dictionary<string, ConsentTerm>();

    public IReadOnlyDictionary<string, ConsentTerm> Scopes { get; init; } = new Dictionary<string, ConsentTerm>();

    /// <summary>Why the application asks for a class of authentication, by its <c>acr</c>: what a citizen is told before they confirm who they are.</summary>
    public IReadOnlyDictionary<string, string> Acr { get; init; } = new Dictionary<string, string>();
}

/// <param name="Required">Whether the application cannot do without it.</param>
/// <param name="Purpose">Why it is asked for.</param>
public sealed record ConsentTerm(bool Required, string Purpose);

/// <summary>An API, by its resource indicator, and the scopes it knows.</summary>
public sealed record ProtectedResource
{
    public string Resource { get; init; } = "";

    public string ResourceName { get; init; } = "";

    /// <summary>Scope name → what it allows, in words for a citizen.</summary>
    public IReadOnlyDictionary<string, string> Scopes { get; init; } = new Dictionary<string, string>();

    /// <summary>Scope name → the level of identity (a name of levels.json, such as <c>gpg45:medium</c>) that its use takes.</summary>
    public IReadOnlyDictionary<string, string> Levels { get; init; } = new Dictionary<string, string>();
}
