using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Demo.RelyingParty;

/// <summary>The method <c>private_key_jwt</c>, OpenID Connect Core §9 and RFC 7523 §3: no secret is shared with anyone.</summary>
internal sealed class PrivateKeyJwt(string clientId, JsonWebKey key, TimeProvider clock) : ClientAuthentication
{
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    protected override async Task AuthenticateAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (Discovery is null || request.Content is null) return;
        var issuer = (await Discovery(cancellation)).Issuer;
        var form = await request.Content.ReadAsStringAsync(cancellation);
        request.Content = new StringContent(
            $"{form}&client_assertion_type={Uri.EscapeDataString("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")}&client_assertion={Assertion(issuer)}",
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
    }

    private string Assertion(string issuer)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Writer.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "client-authentication+jwt",
            Issuer = clientId,
            // The issuer alone, not the endpoint, so that the assertion is of no use at another server.
            Audience = issuer,
            IssuedAt = now,
            Expires = now.AddMinutes(1),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = clientId,
                ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
