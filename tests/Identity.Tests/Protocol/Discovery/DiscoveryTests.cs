using System.Net;
using System.Text.Json;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery;

[Spec("OpenID Connect Discovery", "3")]
[Spec("RFC 8414", "2")]
public sealed class DiscoveryTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Theory]
    [InlineData("issuer", "http://localhost:5000/")]
    [InlineData("authorization_endpoint", "http://localhost:5000/authorize")]
    [InlineData("token_endpoint", "http://localhost:5000/token")]
    [InlineData("userinfo_endpoint", "http://localhost:5000/userinfo")]
    [InlineData("introspection_endpoint", "http://localhost:5000/introspect")]
    [InlineData("revocation_endpoint", "http://localhost:5000/revoke")]
    [InlineData("end_session_endpoint", "http://localhost:5000/end-session")]
    [InlineData("pushed_authorization_request_endpoint", "http://localhost:5000/par")]
    [InlineData("device_authorization_endpoint", "http://localhost:5000/device_authorization")]
    [InlineData("jwks_uri", "http://localhost:5000/.well-known/jwks.json")]
    [InlineData("response_types_supported", "code")]
    [InlineData("response_modes_supported", "form_post query")]
    [InlineData("grant_types_supported", "authorization_code client_credentials refresh_token urn:ietf:params:oauth:grant-type:device_code")]
    [InlineData("code_challenge_methods_supported", "S256")]
    [InlineData("subject_types_supported", "pairwise public")]
    [InlineData("id_token_signing_alg_values_supported", "ES256 RS256")]
    [InlineData("token_endpoint_auth_methods_supported", "client_secret_basic client_secret_jwt client_secret_post none private_key_jwt")]
    [InlineData("introspection_endpoint_auth_methods_supported", "client_secret_basic client_secret_jwt client_secret_post private_key_jwt")]
    [InlineData("revocation_endpoint_auth_methods_supported", "client_secret_basic client_secret_jwt client_secret_post none private_key_jwt")]
    [InlineData("token_endpoint_auth_signing_alg_values_supported", "ES256 ES384 ES512 HS256 PS256 PS384 PS512 RS256 RS384 RS512")]
    [InlineData("introspection_endpoint_auth_signing_alg_values_supported", "ES256 ES384 ES512 HS256 PS256 PS384 PS512 RS256 RS384 RS512")]
    [InlineData("revocation_endpoint_auth_signing_alg_values_supported", "ES256 ES384 ES512 HS256 PS256 PS384 PS512 RS256 RS384 RS512")]
    [InlineData("prompt_values_supported", "consent login none select_account")]
    [InlineData("scopes_supported", "address age_over_13 age_over_16 age_over_18 age_over_21 age_over_65 email nhs_number offline_access openid phone profile")]
    [InlineData("claims_supported", "acr address age_over_13 age_over_16 age_over_18 age_over_21 age_over_65 amr aud auth_time birthdate email email_verified exp family_name given_name iat iss locale name nhs_number nonce phone_number phone_number_verified sid sub vot vtm")]
    [InlineData("trustmarks", "http://localhost:5000/trustmark")]
    [InlineData("claim_types_supported", "normal")]
    [InlineData("ui_locales_supported", "cy en")]
    [InlineData("acr_values_supported", "aal1 aal2 phr")]
    [InlineData("claims_parameter_supported", "True")]
    [InlineData("backchannel_logout_supported", "True")]
    [InlineData("backchannel_logout_session_supported", "True")]
    [InlineData("frontchannel_logout_supported", "True")]
    [InlineData("frontchannel_logout_session_supported", "True")]
    [InlineData("request_parameter_supported", "True")]
    [InlineData("request_object_signing_alg_values_supported", "ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512")]
    [InlineData("userinfo_signing_alg_values_supported", "ES256 RS256")]
    [InlineData("id_token_encryption_alg_values_supported", "RSA-OAEP")]
    [InlineData("id_token_encryption_enc_values_supported", "A128CBC-HS256 A192CBC-HS384 A256CBC-HS512")]
    [InlineData("userinfo_encryption_alg_values_supported", "RSA-OAEP")]
    [InlineData("userinfo_encryption_enc_values_supported", "A128CBC-HS256 A192CBC-HS384 A256CBC-HS512")]
    [InlineData("request_uri_parameter_supported", "True")]
    [InlineData("require_request_uri_registration", "True")]
    [InlineData("require_pushed_authorization_requests", "False")]
    [InlineData("tls_client_certificate_bound_access_tokens", "False")]
    [InlineData("authorization_response_iss_parameter_supported", "True")]
    public async Task The_document_says(string member, string value)
    {
        Assert.Equal(value, Text((await DocumentAsync()).GetProperty(member)));
    }

    [Fact]
    public async Task The_document_promises_nothing_else()
    {
        var shown = typeof(DiscoveryTests).GetMethod(nameof(The_document_says))!.GetCustomAttributes(typeof(InlineDataAttribute), false) // It is above.
            .Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!); // Each names a member.

        Assert.Empty((await DocumentAsync()).EnumerateObject().Select(member => member.Name).Except(shown));
    }

    [Fact]
    public async Task Every_promised_endpoint_answers()
    {
        foreach (var member in (await DocumentAsync()).EnumerateObject().Where(member => member.Name.EndsWith("_endpoint", StringComparison.Ordinal) || member.Name == "jwks_uri"))
        {
            using var response = await scene.Http.GetAsync(member.Value.GetString());
            Assert.False(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.InternalServerError, $"{member.Name}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData(".well-known/openid-configuration")]
    [InlineData(".well-known/oauth-authorization-server")]
    [InlineData(".well-known/jwks.json")]
    public async Task Documents_may_be_kept_for_a_while_by_anybody(string document)
    {
        using var response = await scene.Http.GetAsync(document);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl is { Public: true, NoStore: false, NoCache: false }, response.Headers.CacheControl?.ToString());
        Assert.InRange(response.Headers.CacheControl!.MaxAge!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)); // Public, so it has both.
        Assert.False(response.Headers.Contains("Pragma"));
    }

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument.Parse(await scene.Http.GetStringAsync(".well-known/openid-configuration")).RootElement;

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? string.Join(' ', value.EnumerateArray().Select(item => item.GetString()).Order(StringComparer.Ordinal))
        : value.ToString();
}
