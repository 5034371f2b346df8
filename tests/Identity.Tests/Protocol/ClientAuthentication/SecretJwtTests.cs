using System.Security.Cryptography;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Protocol.ClientAuthentication;

/// <summary>A client that signs with its secret.</summary>
[Spec("OpenID Connect Core", "9")]
public sealed class SecretJwtTests(SharedScene scene) : IClassFixture<SharedScene>, IAsyncLifetime
{
    private const string ClientId = "signer-by-secret";

    private Client Registration => TestClient.Appointments with
    {
        ClientId = ClientId,
        TokenEndpointAuthMethod = ClientValidator.SecretJwt,
        ClientSecretSealed = [scene.Provider.Get<SealedSecrets>().Seal(TestClient.Secret)],
    };

    public async ValueTask InitializeAsync() => await scene.RegisterAsync(Registration);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_assertion_signed_with_the_secret_is_accepted() => Assert.Equal(200, (await PresentAsync(Assertion())).Status);

    [Fact]
    public async Task One_that_another_secret_signed_is_refused() =>
        Refused(await PresentAsync(Assertion(), bytes => HMACSHA256.HashData(new byte[32], bytes)));

    [Fact]
    [Spec("RFC 8725", "3.1")]
    public async Task Nothing_but_HS256_counts()
    {
        var longer = Assertion();
        longer.Header["alg"] = "HS512";
        var unsigned = Assertion();
        unsigned.Header["alg"] = "none";

        Refused(await PresentAsync(longer, bytes => HMACSHA512.HashData(System.Text.Encoding.UTF8.GetBytes(TestClient.Secret), bytes)));
        Refused(await PresentAsync(unsigned, _ => []));
    }

    [Fact]
    [Spec("RFC 7523", "3")]
    public async Task It_is_used_once()
    {
        var assertion = Assertion();

        Assert.Equal(200, (await PresentAsync(assertion)).Status);
        Refused(await PresentAsync(assertion));
    }

    [Fact]
    public async Task The_secret_itself_is_refused() =>
        Refused(await TestClient.SendAsync(scene.Http, "token", [new("grant_type", "client_credentials")], TestClient.Basic(ClientId, TestClient.Secret)));

    [Fact]
    public async Task Of_a_client_of_another_method_it_is_refused()
    {
        var assertion = new TestAssertion("appointments", scene.Provider.Clock.GetUtcNow()) { Header = { ["alg"] = "HS256" } };

        Refused(await PresentAsync(assertion));
    }

    [Fact]
    public async Task While_one_secret_replaces_another_both_count()
    {
        var seal = scene.Provider.Get<SealedSecrets>();
        await scene.RegisterAsync(Registration with { ClientId = "turning", ClientSecretSealed = [seal.Seal("the-next-secret-of-the-client-with-many-letters"), seal.Seal(TestClient.Secret)] });

        Assert.Equal(200, (await PresentAsync(new TestAssertion("turning", scene.Provider.Clock.GetUtcNow()) { Header = { ["alg"] = "HS256" } })).Status);
    }

    [Fact]
    public void What_is_registered_fits_the_method()
    {
        var other = TestClient.Appointments with { TokenEndpointAuthMethod = "client_secret_basic" };

        Assert.Empty(ClientValidator.Faults(Registration));
        Assert.StartsWith("client_secret_sealed: ", Assert.Single(ClientValidator.Faults(Registration with { ClientSecretSealed = [] })), StringComparison.Ordinal);
        Assert.StartsWith("client_secret_sealed: ", Assert.Single(ClientValidator.Faults(other with { ClientSecretSealed = ["0"] })), StringComparison.Ordinal);
        Assert.StartsWith("token_endpoint_auth_signing_alg: ", Assert.Single(ClientValidator.Faults(Registration with { TokenEndpointAuthSigningAlg = "ES256" })), StringComparison.Ordinal);
        Assert.StartsWith("token_endpoint_auth_signing_alg: ",
            Assert.Single(ClientValidator.Faults(TestAssertion.Register(TestClient.Appointments) with { TokenEndpointAuthSigningAlg = "HS256" })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_is_sealed_in_what_is_kept()
    {
        var kept = ClientJson.Write(Registration);

        Assert.DoesNotContain(TestClient.Secret, kept, StringComparison.Ordinal);
        Assert.Null(scene.Provider.Get<SealedSecrets>().Open("of-another-instance"));
    }

    private TestAssertion Assertion() => new(ClientId, scene.Provider.Clock.GetUtcNow()) { Header = { ["alg"] = "HS256" } };

    private Task<TokenAnswer> PresentAsync(TestAssertion assertion, Func<byte[], byte[]>? sign = null) => TestClient.SendAsync(scene.Http, "token",
        [new("grant_type", "client_credentials"), .. assertion.Parameters(sign ?? TestAssertion.SignWithSecret).Select(part => KeyValuePair.Create(part.Item1, part.Item2 ?? ""))]);

    private static void Refused(TokenAnswer answer) => Assert.Equal("invalid_client", answer.Error);
}
