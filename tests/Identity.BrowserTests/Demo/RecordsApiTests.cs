using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Identity.Demo.RecordsApi;
using Identity.Testing;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Identity.BrowserTests.Demo;

public sealed class RecordsApiTests : RecordsApiTest
{
    [Fact]
    [Spec("RFC 6750", "2.1")]
    public async Task Answers_with_the_record_of_the_tokens_subject()
    {
        var first = await AskAsync(Issuer.Token(Audience));
        var other = await AskAsync(Issuer.Token(Audience, token => token.Claims["sub"] = "another"));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEmpty((await first.Content.ReadFromJsonAsync<CareRecord>())?.Medicines ?? []);
        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
        Assert.True(first.Headers.CacheControl?.NoStore);
    }

    [Fact]
    [Spec("RFC 6750", "3.1")]
    [Spec("RFC 9728", "5.1")]
    public async Task Without_a_token_says_where_to_read_what_it_needs_and_no_error()
    {
        var answer = await AskAsync(null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal($"Bearer resource_metadata=\"{Audience}/.well-known/oauth-protected-resource\"", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    [Spec("RFC 9068", "4")]
    public Task Refuses_a_token_for_another_audience() => RefusesAsync(token => token.Audience = "http://localhost:1");

    [Fact]
    [Spec("RFC 9068", "4")]
    public Task Refuses_a_token_of_another_issuer() => RefusesAsync(token => token.Issuer = "http://localhost:1");

    [Fact]
    [Spec("RFC 9068", "4")]
    public Task Refuses_an_id_token_that_names_it_as_audience() => RefusesAsync(token => token.TokenType = "JWT");

    [Fact]
    [Spec("RFC 9068", "4")]
    public Task Refuses_a_token_signed_by_another_key() => RefusesAsync(token =>
        token.SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "fake" }, SecurityAlgorithms.EcdsaSha256));

    [Fact]
    [Spec("RFC 8725", "3.1")]
    public Task Refuses_a_token_without_a_signature() => RefusesAsync(token => token.SigningCredentials = null);

    [Fact]
    [Spec("RFC 9068", "4")]
    public Task Refuses_an_expired_token() => RefusesAsync(token =>
    {
        token.NotBefore = TimeProvider.System.GetUtcNow().AddMinutes(-10).UtcDateTime;
        token.Expires = TimeProvider.System.GetUtcNow().AddMinutes(-1).UtcDateTime;
    });

    [Theory]
    [InlineData("openid profile")]
    [InlineData("records.write")]
    [InlineData("RECORDS")]
    [Spec("RFC 6750", "3.1")]
    public async Task Forbids_a_token_without_the_scope_and_names_it(string scope)
    {
        var answer = await AskAsync(Issuer.Token(Audience, token => token.Claims["scope"] = scope));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("error=\"insufficient_scope\", scope=\"records\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 6750", "2.3")]
    public async Task A_token_in_the_address_is_no_token()
    {
        var answer = await Http.GetAsync($"{Audience}/records?access_token={Issuer.Token(Audience)}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    [Spec("RFC 9728", "3.2")]
    public async Task Its_metadata_names_itself_the_provider_and_the_scope()
    {
        var metadata = await Http.GetFromJsonAsync<ResourceMetadata>($"{Audience}/.well-known/oauth-protected-resource");

        Assert.Equal((Audience, Issuer.Address, "records"), (metadata?.Resource, metadata?.AuthorizationServers[0], metadata?.ScopesSupported[0]));
    }

    private async Task RefusesAsync(Action<SecurityTokenDescriptor> change)
    {
        var answer = await AskAsync(Issuer.Token(Audience, change));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }
}
