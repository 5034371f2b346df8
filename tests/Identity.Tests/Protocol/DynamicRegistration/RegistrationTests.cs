using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>A client registers itself: in order by default, and each test breaks one thing.</summary>
[Spec("RFC 7591", "3.1")]
public sealed class RegistrationTests() : RegistrationScene
{
    [Fact]
    [Spec("RFC 7591", "3.2.1")]
    public async Task What_is_registered_is_answered_with_all_that_counts()
    {
        var reply = await RegisterAsync(Metadata());

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.True(reply.Headers.CacheControl is { NoStore: true });
        Assert.Equal("0", reply["client_secret_expires_at"]);
        Assert.Equal(Provider.Clock.GetUtcNow().ToUnixTimeSeconds(), reply.Body.GetProperty("client_id_issued_at").GetInt64());
        Assert.Equal($"http://localhost:5000/register/{reply.ClientId}", reply["registration_client_uri"]);
        Assert.Equal(("web", "client_secret_basic", "pairwise"), (reply["application_type"], reply["token_endpoint_auth_method"], reply["subject_type"]));
        // OpenID Connect Registration §2: what counts where nothing is said.
        Assert.Equal(("RS256", "[\"authorization_code\"]", "[\"code\"]"), (reply["id_token_signed_response_alg"], reply["grant_types"], reply["response_types"]));
        Assert.Null(reply["client_secret_sha256"]);
        Assert.Null(reply["consent"]);
    }

    [Fact]
    public async Task A_citizen_signs_in_to_it_at_once()
    {
        var reply = await RegisterAsync(Metadata());
        var registered = Provider.Get<ClientDirectory>().Current.Find(reply.ClientId)!; // It was registered.
        await Provider.ConsentAsync(Alice, registered);
        var client = new TestClient(registered, reply["client_secret"]!);

        var tokens = await TokensAsync(client);

        Assert.Equal(200, tokens.Status);
        Assert.Equal("RS256", tokens.Header("id_token").GetProperty("alg").GetString());
    }

    [Theory]
    [InlineData("redirect_uris", """["https://*.new.example/callback"]""", "invalid_redirect_uri", "wildcard")]
    [InlineData("redirect_uris", """["https://new.example/callback#fragment"]""", "invalid_redirect_uri", "fragment")]
    [InlineData("redirect_uris", """["http://new.example/callback"]""", "invalid_redirect_uri", "https")]
    [InlineData("redirect_uris", """["https://nеw.example/callback"]""", "invalid_redirect_uri", "ASCII")]
    [InlineData("redirect_uris", """["https://new.example/\u0001"]""", "invalid_redirect_uri", "control")]
    [InlineData("redirect_uris", "[]", "invalid_redirect_uri", "at least one")]
    [InlineData("redirect_uris", null, "invalid_redirect_uri", "at least one")]
    [InlineData("redirect_uris", "[null]", "invalid_client_metadata", "list of texts")]
    [InlineData("redirect_uris", "\"https://new.example/\"", "invalid_client_metadata", "list of texts")]
    [InlineData("client_name", "\"New\\u202EppA\"", "invalid_client_metadata", "nobody sees")]
    [InlineData("client_name", "\"\"", "invalid_client_metadata", "client_name")]
    [InlineData("client_name", "7", "invalid_client_metadata", "a text")]
    [InlineData("client_name", "\"APPOINTMENTS\"", "invalid_client_metadata", "another application")]
    [InlineData("scope", "\"openid nhs_number\"", "invalid_client_metadata", "nhs_number")]
    [InlineData("grant_types", """["password"]""", "invalid_client_metadata", "password")]
    [InlineData("response_types", """["token"]""", "invalid_client_metadata", "token")]
    [InlineData("token_endpoint_auth_method", "\"tls_client_auth\"", "invalid_client_metadata", "tls_client_auth")]
    [InlineData("token_endpoint_auth_method", "\"private_key_jwt\"", "invalid_client_metadata", "public keys")]
    [InlineData("subject_type", "\"secret\"", "invalid_client_metadata", "pairwise or public")]
    [InlineData("id_token_signed_response_alg", "\"none\"", "invalid_client_metadata", "none")]
    [InlineData("jwks_uri", "\"http://new.example/keys\"", "invalid_client_metadata", "https")]
    [InlineData("jwks", """{"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}""", "invalid_client_metadata", "private part")]
    [InlineData("jwks", """{"keys": [{"kty": "oct"}]}""", "invalid_client_metadata", "EC or RSA")]
    [InlineData("jwks", """{"keys": [{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}]}""", "invalid_client_metadata", "P-256")]
    [InlineData("jwks", """{"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}]}""", "invalid_client_metadata", "2048")]
    [InlineData("jwks", """{"keys": []}""", "invalid_client_metadata", "JSON Web Key Set")]
    [InlineData("jwks", "[]", "invalid_client_metadata", "JSON object")]
    [InlineData("client_uri", "\"javascript:alert(1)\"", "invalid_client_metadata", "client_uri")]
    [InlineData("backchannel_logout_uri", "\"http://new.example/out\"", "invalid_client_metadata", "https")]
    [InlineData("frontchannel_logout_uri", "\"https://elsewhere.example/out\"", "invalid_client_metadata", "host")]
    [InlineData("require_signed_request_object", "\"yes\"", "invalid_client_metadata", "true or false")]
    [Spec("RFC 7591", "3.2.2")]
    public async Task What_is_wrong_is_refused_with_the_reason(string name, string? value, string error, string words)
    {
        var reply = await RegisterAsync(Metadata((name, value is null ? null : JsonNode.Parse(value))));

        Assert.Equal((HttpStatusCode.BadRequest, error), (reply.Status, reply.Error));
        Assert.Contains(words, reply["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 7591", "2")]
    public async Task What_is_unknown_is_ignored_and_so_is_what_is_not_a_clients_to_say()
    {
        var reply = await RegisterAsync(Metadata(("favourite_colour", "blue"), ("issuer", "/other"), ("paused", true), ("client_id", "appointments"), ("client_secret_sha256", new JsonArray("x")),
            ("consent", new JsonObject()), ("resource", new JsonObject()), ("contacts", new JsonArray("ops@new.example"))));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Null(reply["favourite_colour"]);
        Assert.StartsWith("app-", reply.ClientId, StringComparison.Ordinal);
        Assert.Equal("/", Provider.Get<ClientDirectory>().Current.Find(reply.ClientId)?.Issuer);
    }

    [Theory]
    [InlineData("application/json", "{\"redirect_uris\": [")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "{\"client_name\": \"A\", \"client_name\": \"B\"}")]
    [InlineData("application/x-www-form-urlencoded", "client_name=A")]
    public async Task What_is_no_object_of_JSON_is_refused(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "register") { Content = new StringContent(body, Encoding.UTF8, type), Headers = { Authorization = new("Bearer", Initial) } };
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("invalid_client_metadata", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_longer_than_a_registration_is_refused() =>
        Assert.Equal("invalid_client_metadata", (await RegisterAsync(Metadata(("padding", new string('x', 70_000))))).Error);

    [Fact]
    public async Task Citizens_are_told_that_nobody_said_why_and_may_leave_everything_out()
    {
        var reply = await RegisterAsync(Metadata(("scope", "openid email")));

        var terms = Provider.Get<ClientDirectory>().Current.Find(reply.ClientId)!.Consent.Claims; // It was registered.
        Assert.Equal(["email"], terms.Keys);
        Assert.All(terms.Values, term => Assert.False(term.Required));
    }

    [Fact]
    public async Task Two_applications_on_somebodys_own_machine_share_no_sector()
    {
        var (one, other) = (await RegisterAsync(Metadata(("redirect_uris", new JsonArray("http://localhost:1/cb")))), await RegisterAsync(Metadata(("redirect_uris", new JsonArray("http://localhost:2/cb")))));

        Assert.NotEqual(Provider.Get<ClientDirectory>().Current.Find(one.ClientId)!.Sector, Provider.Get<ClientDirectory>().Current.Find(other.ClientId)!.Sector); // They were registered.
    }
}
