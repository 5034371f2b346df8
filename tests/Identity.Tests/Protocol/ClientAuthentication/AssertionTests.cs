using System.Security.Cryptography;
using System.Text;
using Identity.Testing;

namespace Identity.Tests.Protocol.ClientAuthentication;

[Spec("RFC 7523", "3")]
[Spec("OpenID Connect Core", "9")]
public sealed class AssertionTests(SharedScene scene) : IClassFixture<SharedScene>, IAsyncLifetime
{
    private const string ClientId = "keyed";

    public async ValueTask InitializeAsync() => await scene.RegisterAsync(TestAssertion.Register(TestClient.Appointments with { ClientId = ClientId }));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("ES256", null)]
    [InlineData("ES256", "JWT")]
    [InlineData("ES256", "jwt")]
    [InlineData("ES256", "client-authentication+jwt")]
    [InlineData("RS256", null)]
    [InlineData("RS256", "JWT")]
    public async Task An_assertion_signed_with_a_registered_key_is_accepted(string algorithm, string? type) =>
        Accepted(await PresentAsync(assertion =>
        {
            assertion.Header["alg"] = algorithm;
            assertion.Header["typ"] = type;
        }));

    [Theory]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://localhost:5000/token")]
    public async Task The_audience_is_the_issuer_or_the_token_endpoint(string audience) =>
        Accepted(await PresentAsync(assertion => assertion.Claims["aud"] = audience));

    [Fact]
    public async Task The_provider_may_be_one_of_several_audiences() =>
        Accepted(await PresentAsync(assertion => assertion.Claims["aud"] = new[] { "http://localhost:5000/", "https://other.example/" }));

    [Theory]
    [InlineData("http://localhost:5000/par")]
    [InlineData("http://localhost:5000/token")]
    [InlineData("http://localhost:5000/")]
    [Spec("RFC 9126", "2")]
    public async Task At_the_pushed_request_endpoint_its_own_address_is_an_audience_too(string audience)
    {
        var assertion = Assertion();
        assertion.Claims["aud"] = audience;
        var client = new TestClient(TestAssertion.Register(TestClient.Appointments with { ClientId = ClientId }));

        var answer = await client.PostAsync(scene.Http, "par", client.Parameters(), assertion.Parameters());

        Assert.Equal(201, answer.Status);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("http://localhost:5000/token/")]
    [InlineData("http://localhost:5000/authorize")]
    [InlineData("http://localhost:5000/par")]
    [InlineData("HTTP://LOCALHOST:5000/TOKEN")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_audience_is_refused(string? audience) => Refused(await PresentAsync(assertion => assertion.Claims["aud"] = audience));

    [Theory]
    [InlineData("iss", "appointments")]
    [InlineData("sub", "appointments")]
    [InlineData("iss", null)]
    [InlineData("sub", null)]
    [InlineData("iss", "nobody")]
    public async Task Issuer_and_subject_are_the_client(string claim, string? value) => Refused(await PresentAsync(assertion => assertion.Claims[claim] = value));

    [Fact]
    public async Task The_client_id_beside_it_is_the_same_client() => Refused(await PresentAsync(_ => { }, ("client_id", "appointments")));

    [Fact]
    public async Task The_client_id_may_stand_beside_it() => Accepted(await PresentAsync(_ => { }, ("client_id", ClientId)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(256)]
    public async Task An_assertion_without_a_usable_jti_is_refused(object? jti) =>
        Refused(await PresentAsync(assertion => assertion.Claims["jti"] = jti is int length ? new string('x', length) : jti));

    [Theory]
    [InlineData(-31)]
    [InlineData(-3600)]
    [InlineData(3700)]
    public async Task An_assertion_that_has_expired_or_lives_too_long_is_refused(int seconds) =>
        Refused(await PresentAsync(assertion => assertion.Claims["exp"] = scene.Provider.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds));

    [Fact]
    public async Task An_assertion_that_never_expires_is_refused() => Refused(await PresentAsync(assertion => assertion.Claims["exp"] = null));

    [Fact]
    public async Task An_assertion_from_the_future_is_refused() =>
        Refused(await PresentAsync(assertion => assertion.Claims["nbf"] = scene.Provider.Clock.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds()));

    [Fact]
    public async Task A_replayed_assertion_is_refused()
    {
        var assertion = Assertion().Parameters();

        Accepted(await PresentAsync(assertion));
        Refused(await PresentAsync(assertion));
    }

    [Fact]
    public async Task Another_clients_jti_may_be_the_same()
    {
        await scene.RegisterAsync(TestAssertion.Register(TestClient.Appointments with { ClientId = "keyed-too" }));
        var (mine, theirs) = (Assertion(), new TestAssertion("keyed-too", scene.Provider.Clock.GetUtcNow()));
        theirs.Claims["jti"] = mine.Claims["jti"];

        Accepted(await PresentAsync(mine.Parameters()));
        Accepted(await PresentAsync(theirs.Parameters()));
    }

    [Fact]
    public async Task A_key_that_is_not_registered_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Refused(await PresentAsync(Assertion().Parameters(bytes => other.SignData(bytes, HashAlgorithmName.SHA256))));
    }

    [Fact]
    [Spec("RFC 8725", "3.1")]
    public async Task An_unsigned_assertion_is_refused()
    {
        var assertion = Assertion();
        assertion.Header["alg"] = "none";

        Refused(await PresentAsync(assertion.Parameters(_ => [])));
    }

    [Fact]
    [Spec("RFC 8725", "2.1")]
    public async Task A_public_key_is_no_shared_secret()
    {
        var assertion = Assertion();
        assertion.Header["alg"] = "HS256";

        Refused(await PresentAsync(assertion.Parameters(bytes => HMACSHA256.HashData(TestAssertion.Rsa.ExportSubjectPublicKeyInfo(), bytes))));
        Refused(await PresentAsync(assertion.Parameters(bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(TestAssertion.Rsa.ExportSubjectPublicKeyInfoPem()), bytes))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Spec("OpenID Connect Registration", "2")]
    public async Task Where_an_algorithm_is_registered_another_is_refused(bool named)
    {
        await scene.RegisterAsync(TestAssertion.Register(TestClient.Appointments with { ClientId = "strict", TokenEndpointAuthSigningAlg = "RS256" }));
        var assertion = new TestAssertion("strict", scene.Provider.Clock.GetUtcNow());

        Refused(await PresentAsync([.. assertion.Parameters(), .. named ? [("client_id", (string?)"strict")] : Array.Empty<(string, string?)>()]));
        assertion.Header["alg"] = "RS256";
        Accepted(await PresentAsync(assertion.Parameters()));
    }

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("dpop+jwt")]
    [Spec("RFC 8725", "3.11")]
    public async Task A_token_of_another_type_is_no_assertion(string type) => Refused(await PresentAsync(assertion => assertion.Header["typ"] = type));

    [Theory]
    [InlineData("urn:ietf:params:oauth:client-assertion-type:saml2-bearer")]
    [InlineData("")]
    public async Task Another_kind_of_assertion_is_refused(string type)
    {
        var answer = await PresentAsync([("client_assertion_type", type), Assertion().Parameters()[1]]);

        Assert.NotEqual(200, answer.Status);
        Assert.True(answer.Error is "invalid_client" or "invalid_request", answer.Error);
    }

    [Theory]
    [InlineData("not-a-jwt")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.")]
    [InlineData("....")]
    public async Task What_is_no_JWT_is_refused(string text) => Refused(await PresentAsync([("client_assertion_type", TestAssertion.Type), ("client_assertion", text)]));

    [Fact]
    [Spec("OpenID Connect Registration", "2")]
    public async Task A_client_registered_for_keys_may_not_use_a_secret() =>
        Refused(await TestClient.SendAsync(scene.Http, "token", [new("grant_type", "client_credentials")], TestClient.Basic(ClientId, TestClient.Secret)));

    [Fact]
    [Spec("OpenID Connect Registration", "2")]
    public async Task A_client_registered_for_a_secret_may_not_use_keys()
    {
        await scene.RegisterAsync(TestClient.Appointments with { ClientId = "both", Jwks = TestAssertion.Jwks });

        Refused(await PresentAsync(new TestAssertion("both", scene.Provider.Clock.GetUtcNow()).Parameters()));
    }

    private TestAssertion Assertion() => new(ClientId, scene.Provider.Clock.GetUtcNow());

    private Task<TokenAnswer> PresentAsync(Action<TestAssertion> change, params (string, string?)[] fields)
    {
        var assertion = Assertion();
        change(assertion);
        return PresentAsync([.. assertion.Parameters(), .. fields]);
    }

    private Task<TokenAnswer> PresentAsync((string, string?)[] fields) => TestClient.SendAsync(scene.Http, "token",
        [new("grant_type", "client_credentials"), .. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2!))]); // Every test gives a value.

    private static void Accepted(TokenAnswer answer) => Assert.True(answer.Status == 200, answer.Body.ToString());

    private static void Refused(TokenAnswer answer)
    {
        Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error));
        Assert.Null(answer["access_token"]);
    }
}
