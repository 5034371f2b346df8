using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Protocol.ProtectedResponses;

/// <summary>A client that has its ID tokens encrypted, and its user-info signed, or both.</summary>
[Spec("OpenID Connect Registration 1.0", "2")]
public sealed class ProtectedResponseTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private static readonly RSA Own = RSA.Create(2048);

    private static Client Registration => TestClient.Appointments with { ClientId = "careful", Jwks = Keys() };

    [Theory]
    [Spec("OpenID Connect Core 1.0", "10.2")]
    [InlineData("A128CBC-HS256")]
    [InlineData("A256CBC-HS512")]
    public async Task An_ID_token_is_signed_and_then_encrypted_for_its_client(string content)
    {
        var client = await RegisterAsync(Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP", IdTokenEncryptedResponseEnc = content });

        var tokens = await TokensAsync(client);

        var token = tokens["id_token"] ?? "";
        Assert.Equal(5, token.Split('.').Length);
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[0])).RootElement;
        Assert.Equal(("RSA-OAEP", content, "JWT"), (header.GetProperty("alg").GetString(), header.GetProperty("enc").GetString(), header.GetProperty("cty").GetString()));
        var read = await VerifyAsync(token, "careful");
        Assert.Equal("nonce-of-the-application", read.GetClaim("nonce").Value);
        // OpenID Connect Core §3.1.3.6 is about the access token, which is for an API and stays as it is.
        Assert.Equal(3, tokens["access_token"]?.Split('.').Length);
    }

    [Fact]
    public async Task What_is_for_another_key_is_not_read()
    {
        var client = await RegisterAsync(Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP" });
        using var other = RSA.Create(2048);

        var result = await new JsonWebTokenHandler().ValidateTokenAsync((await TokensAsync(client))["id_token"], await ParametersAsync("careful", other));

        Assert.IsType<SecurityTokenDecryptionFailedException>(result.Exception, exactMatch: false);
    }

    [Theory]
    [Spec("OpenID Connect Core 1.0", "5.3.2")]
    [InlineData("ES256")]
    [InlineData("RS256")]
    public async Task User_info_is_a_token_that_names_issuer_and_client(string algorithm)
    {
        var client = await RegisterAsync(Registration with { UserinfoSignedResponseAlg = algorithm });
        var tokens = await TokensAsync(client);

        using var response = await UserInfoAsync(tokens["access_token"] ?? "");

        Assert.Equal(new MediaTypeHeaderValue("application/jwt"), response.Content.Headers.ContentType);
        var read = await VerifyAsync(await response.Content.ReadAsStringAsync(Cancellation), "careful");
        Assert.Equal((algorithm, TestProvider.Issuer.AbsoluteUri), (read.Alg, read.Issuer));
        Assert.Equal(tokens.Payload("id_token").GetProperty("sub").GetString(), read.Subject);
        Assert.Equal("alice@example.test", read.GetClaim("email").Value);
        Assert.Contains("no-store", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("OpenID Connect Core 1.0", "5.3.2")]
    public async Task User_info_is_encrypted_too_where_it_is_registered()
    {
        var client = await RegisterAsync(Registration with { UserinfoSignedResponseAlg = "ES256", UserinfoEncryptedResponseAlg = "RSA-OAEP" });

        using var response = await UserInfoAsync((await TokensAsync(client))["access_token"] ?? "");

        var token = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(5, token.Split('.').Length);
        Assert.Equal("alice@example.test", (await VerifyAsync(token, "careful")).GetClaim("email").Value);
    }

    [Fact]
    [Spec("OpenID Connect Core 1.0", "5.3.3")]
    public async Task An_error_stays_as_it_is()
    {
        using var response = await UserInfoAsync("nonsense");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.NotEqual("application/jwt", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Whoever_registered_nothing_gets_what_they_got()
    {
        var tokens = await TokensAsync();
        using var response = await UserInfoAsync(tokens["access_token"] ?? "");

        Assert.Equal((3, "application/json"), (tokens["id_token"]?.Split('.').Length, response.Content.Headers.ContentType?.MediaType));
    }

    public static TheoryData<string, Client> Faulty => new()
    {
        { "id_token_encrypted_response_alg", Registration with { IdTokenEncryptedResponseAlg = "RSA1_5" } },
        { "id_token_encrypted_response_enc", Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP", IdTokenEncryptedResponseEnc = "A256GCM" } },
        { "jwks", Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP", Jwks = TestAssertion.Jwks } },
        { "jwks", Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP", Jwks = null } },
        { "jwks", Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP", Jwks = Keys(alg: "RSA-OAEP-256") } },
        { "jwks", Registration with { IdTokenEncryptedResponseAlg = "RSA-OAEP", Jwks = Keys(modulus: new string('!', 342)) } },
        { "userinfo_signed_response_alg", Registration with { UserinfoSignedResponseAlg = "none" } },
        { "userinfo_encrypted_response_alg", Registration with { UserinfoEncryptedResponseAlg = "RSA-OAEP" } },
    };

    [Theory, MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_registration_that_cannot_be_kept_is_refused(string field, Client client) =>
        Assert.StartsWith($"{field}: ", Assert.Single(ClientValidator.Faults(client)), StringComparison.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<JsonWebToken> VerifyAsync(string token, string audience)
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, await ParametersAsync(audience, Own));
        Assert.True(result.IsValid, result.Exception?.Message);
        var read = (JsonWebToken)result.SecurityToken;
        return read.InnerToken ?? read;
    }

    private async Task<TokenValidationParameters> ParametersAsync(string audience, RSA key) => new()
    {
        ValidIssuer = TestProvider.Issuer.AbsoluteUri,
        ValidAudience = audience,
        TokenDecryptionKey = new RsaSecurityKey(key) { KeyId = "enc" },
        IssuerSigningKeys = new JsonWebKeySet(await Http.GetStringAsync(".well-known/jwks.json", Cancellation)).GetSigningKeys(),
        // User-info lives as long as the answer, and says no time (OpenID Connect Core §5.3.2).
        ValidateLifetime = false,
    };

    private static JsonElement Keys(string? alg = null, string? modulus = null)
    {
        var key = Own.ExportParameters(false);
        return JsonSerializer.SerializeToElement(new { keys = new object[] { new { kty = "RSA", n = modulus ?? Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent), kid = "enc", use = "enc", alg = alg ?? "RSA-OAEP" } } });
    }
}
