using System.Text.Json;
using Identity.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Protocol.SigningKeys;

public sealed class KeySetTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Fact]
    [Spec("RFC 7517", "5")]
    public async Task The_key_set_holds_a_key_for_each_algorithm()
    {
        var keys = JsonDocument.Parse(await KeySetAsync()).RootElement.GetProperty("keys").EnumerateArray().ToList();

        Assert.Equal(["ES256", "RS256"], keys.Select(key => key.GetProperty("alg").GetString()).Order(StringComparer.Ordinal));
        Assert.All(keys, key => Assert.Equal("sig", key.GetProperty("use").GetString()));
        Assert.Equal(2, keys.Select(key => key.GetProperty("kid").GetString()).Distinct().Count());
    }

    [Fact]
    [Spec("RFC 7517", "9.2")]
    public async Task The_key_set_holds_no_private_part()
    {
        var keys = JsonDocument.Parse(await KeySetAsync()).RootElement.GetProperty("keys").EnumerateArray();

        Assert.All(keys, key => Assert.DoesNotContain(key.EnumerateObject(), member => member.Name is "d" or "p" or "q" or "dp" or "dq" or "qi" or "oth" or "k"));
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("RS256")]
    [Spec("OpenID Connect Core", "3.1.3.7")]
    public async Task An_ID_token_is_signed_with_the_algorithm_its_client_registered(string algorithm)
    {
        var client = await scene.RegisterAsync(TestClient.Appointments with { ClientId = $"signed-{algorithm}", IdTokenSignedResponseAlg = algorithm });
        var tokens = await scene.TokensAsync(client);

        var result = await VerifyAsync(tokens["id_token"]!, algorithm, client.Registration.ClientId);

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("JWT", ((JsonWebToken)result.SecurityToken).Typ);
    }

    [Fact]
    [Spec("RFC 9068", "2.1")]
    public async Task An_access_token_is_signed_with_the_default_algorithm_whatever_the_client_registered()
    {
        var client = await scene.RegisterAsync(TestClient.Appointments with { ClientId = "signed-access", IdTokenSignedResponseAlg = "RS256" });
        var tokens = await scene.TokensAsync(client);

        var result = await VerifyAsync(tokens["access_token"]!, "ES256", TestProvider.Issuer.AbsoluteUri);

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("at+jwt", ((JsonWebToken)result.SecurityToken).Typ);
    }

    private async Task<TokenValidationResult> VerifyAsync(string token, string algorithm, string audience) =>
        await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = TestProvider.Issuer.AbsoluteUri,
            ValidAudience = audience,
            ValidAlgorithms = [algorithm],
            IssuerSigningKeys = new JsonWebKeySet(await KeySetAsync()).GetSigningKeys(),
            LifetimeValidator = (_, expires, _, _) => expires > scene.Provider.Clock.GetUtcNow(),
        });

    private Task<string> KeySetAsync() => scene.Http.GetStringAsync(".well-known/jwks.json");
}
