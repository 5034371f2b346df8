using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Identity.Benchmarks.Servers;

/// <summary>The applications that every server knows: two that sign people in, one of them for longer than a visit, and one that proves itself by a key.</summary>
internal static class Applications
{
    public const string Web = "bench-web";
    public const string Offline = "bench-offline";
    public const string Keyed = "bench-keyed";
    public const string Secret = "a-long-random-secret-of-the-application-that-is-measured";
    public const string RedirectUri = "https://app.example/callback";
    public const string Password = "violet-kettle-harbour";

    public static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private const string Scope = "openid profile email offline_access";

    private static readonly string[] Grants = ["authorization_code", "refresh_token", "client_credentials"];

    /// <summary>As Identity registers them.</summary>
    public static IEnumerable<(string File, object Registration)> ForIdentity =>
    [
        .. new[] { Web, Offline }.Select(id => ($"{id}.json", (object)new
        {
            client_id = id,
            client_name = "Measured",
            organization_name = "Measured",
            redirect_uris = (string[])[RedirectUri],
            grant_types = Grants,
            scope = Scope,
            token_endpoint_auth_method = "client_secret_basic",
            client_secret_sha256 = (string[])[Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))],
        })),
        ("bench-keyed.json", new
        {
            client_id = Keyed,
            client_name = "Measured by key",
            organization_name = "Measured",
            grant_types = (string[])["client_credentials"],
            token_endpoint_auth_method = "private_key_jwt",
            jwks = Jwks,
        }),
    ];

    /// <summary>As oidc-provider's configuration has them.</summary>
    public static IEnumerable<object> ForPeer =>
    [
        .. new[] { Web, Offline }.Select(id => new
        {
            client_id = id,
            client_secret = Secret,
            redirect_uris = (string[])[RedirectUri],
            grant_types = Grants,
            response_types = (string[])["code"],
            scope = Scope,
            token_endpoint_auth_method = "client_secret_basic",
            id_token_signed_response_alg = "ES256",
        }),
        new
        {
            client_id = Keyed,
            redirect_uris = Array.Empty<string>(),
            grant_types = (string[])["client_credentials"],
            response_types = Array.Empty<string>(),
            token_endpoint_auth_method = "private_key_jwt",
            token_endpoint_auth_signing_alg = "ES256",
            id_token_signed_response_alg = "ES256",
            jwks = Jwks,
        },
    ];

    /// <summary>RFC 7523 §3: a fresh assertion of the keyed application.</summary>
    public static string Assertion(string audience)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var input = $"{Part(new { alg = "ES256", kid = "bench" })}.{Part(new { iss = Keyed, sub = Keyed, aud = audience, jti = RandomNumberGenerator.GetHexString(32), iat = now, exp = now + 60 })}";
        return $"{input}.{Base64Url.EncodeToString(Key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    private static object Jwks
    {
        get
        {
            var point = Key.ExportParameters(false).Q;
            return new { keys = (object[])[new { kty = "EC", crv = "P-256", kid = "bench", use = "sig", alg = "ES256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) }] };
        }
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
