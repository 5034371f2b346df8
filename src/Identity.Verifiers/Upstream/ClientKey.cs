using Identity.Sdk;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Verifiers.Upstream;

/// <summary><c>private_key_jwt</c> (OpenID Connect Core §9, RFC 7523 §3): no secret is shared with anybody.</summary>
internal sealed class ClientKey(string clientId, string file, IVerifierPorts ports) : ClientCredentials(file)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const int LeastRsaBits = 2048;

    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>Reads a private key and what it signs with.</summary>
    /// <returns>Null when it is none.</returns>
    public static SigningCredentials? Parse(string jwk)
    {
        try
        {
            var key = new JsonWebKey(jwk);
            var algorithm = (key.Kty, key.Crv) switch
            {
                ("EC", "P-256") => SecurityAlgorithms.EcdsaSha256,
                ("EC", "P-384") => SecurityAlgorithms.EcdsaSha384,
                ("EC", "P-521") => SecurityAlgorithms.EcdsaSha512,
                ("RSA", _) when key.KeySize >= LeastRsaBits => SecurityAlgorithms.RsaSsaPssSha256,
                _ => null,
            };
            return key.HasPrivateKey && algorithm is not null ? new(key, string.IsNullOrEmpty(key.Alg) ? algorithm : key.Alg) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return null;
        }
    }

    protected override void Add(string contents, HttpRequestMessage request, Dictionary<string, string> form, ProviderMetadata provider)
    {
        var now = ports.Clock.GetUtcNow();
        (form["client_id"], form["client_assertion_type"]) = (clientId, AssertionType);
        form["client_assertion"] = Writer.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "client-authentication+jwt",
            Issuer = clientId,
            // The issuer alone, so that the assertion is of no use at another server.
            Audience = provider.Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = clientId, ["jti"] = ports.Random.Token() },
            SigningCredentials = Parse(contents) ?? throw UpstreamFault.Broken("client-file"),
        });
    }
}
