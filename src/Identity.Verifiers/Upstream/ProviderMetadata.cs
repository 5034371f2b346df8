using System.Text.Json;

namespace Identity.Verifiers.Upstream;

/// <summary>What a provider says of itself (OpenID Connect Discovery §3), as far as we use it.</summary>
/// <param name="Issuer">Its issuer.</param>
/// <param name="Authorization">Where browsers go.</param>
/// <param name="Token">Where codes are exchanged.</param>
/// <param name="UserInfo">Where more claims are had; null when there is no such place.</param>
/// <param name="Keys">Where its keys are.</param>
internal sealed record ProviderMetadata(string Issuer, Uri Authorization, Uri Token, Uri? UserInfo, Uri Keys)
{
    private const int LongestAddress = 2048;

    /// <summary>Whether it names itself in every response (RFC 9207 §3).</summary>
    public bool NamesItself { get; private init; }

    private IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Whether its token endpoint takes a method of authentication.</summary>
    public bool Authenticates(string method) => Methods.Contains(method);

    /// <summary>Reads a discovery document.</summary>
    /// <param name="document">What was found.</param>
    /// <param name="issuer">Where it was looked for.</param>
    /// <exception cref="UpstreamFault">It is another's, or lacks what we need.</exception>
    public static ProviderMetadata Read(JsonElement document, string issuer)
    {
        // OpenID Connect Discovery §4.3: the issuer is that for which the document was asked, letter by letter.
        if (Json.Text(document, "issuer") != issuer)
            throw UpstreamFault.Broken("discovery-issuer");
        // RFC 9700 §2.1.1: where it says what it supports, PKCE has to be among that.
        if (!Json.Lists(document, "response_types_supported", "code") || !Json.Lists(document, "code_challenge_methods_supported", "S256"))
            throw UpstreamFault.Broken("discovery-lacks");
        return new(issuer, Address(document, "authorization_endpoint"), Address(document, "token_endpoint"),
            document.TryGetProperty("userinfo_endpoint", out _) ? Address(document, "userinfo_endpoint") : null, Address(document, "jwks_uri"))
        {
            NamesItself = document.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind is JsonValueKind.True,
            // OpenID Connect Discovery §3: left out, it is client_secret_basic.
            Methods = Json.Texts(document, "token_endpoint_auth_methods_supported") ?? ["client_secret_basic"],
        };
    }

    private static Uri Address(JsonElement document, string member) =>
        Json.Text(document, member) is { Length: <= LongestAddress } text && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.Fragment.Length == 0
            ? address
            : throw UpstreamFault.Broken("discovery-address");
}
