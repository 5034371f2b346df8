using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Identity.Testing;

namespace Identity.Tests.Protocol.ClientAuthentication;

[Spec("RFC 6749", "2.3.1")]
public sealed class SecretTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Fact]
    public async Task A_secret_in_the_header_is_accepted() =>
        Assert.Equal(200, (await ForItselfAsync(TestClient.Basic("appointments", TestClient.Secret))).Status);

    [Fact]
    public async Task A_secret_in_the_form_is_accepted_of_a_client_registered_for_it()
    {
        var client = await RegisterAsync("posts", method: "client_secret_post");

        Assert.Equal(200, (await ForItselfAsync(null, ("client_id", client), ("client_secret", TestClient.Secret))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(TestClient.Secret + " ")]
    [InlineData("A-SECRET-OF-THE-APPOINTMENTS-APP-FOR-TESTS-ONLY")]
    public async Task A_wrong_secret_is_refused(string secret) =>
        Refused(await ForItselfAsync(TestClient.Basic("appointments", secret)));

    [Fact]
    public async Task The_hash_of_the_secret_is_not_the_secret() =>
        Refused(await ForItselfAsync(TestClient.Basic("appointments", TestClient.Appointments.ClientSecretSha256[0])));

    [Fact]
    public async Task An_unknown_client_is_refused() => Refused(await ForItselfAsync(TestClient.Basic("nobody", "wrong")));

    [Fact]
    public async Task A_confidential_client_that_does_not_authenticate_is_refused() =>
        Refused(await ForItselfAsync(null, ("client_id", "appointments")));

    [Fact]
    public async Task A_request_of_nobody_is_refused() => Refused(await ForItselfAsync(null));

    [Fact]
    [Spec("OpenID Connect Registration", "2")]
    public async Task A_client_registered_for_the_header_may_not_use_the_form() =>
        Refused(await ForItselfAsync(null, ("client_id", "appointments"), ("client_secret", TestClient.Secret)));

    [Fact]
    [Spec("OpenID Connect Registration", "2")]
    public async Task A_client_registered_for_the_form_may_not_use_the_header()
    {
        var client = await RegisterAsync("only-posts", method: "client_secret_post");

        Refused(await ForItselfAsync(TestClient.Basic(client, TestClient.Secret)));
    }

    [Fact]
    [Spec("OpenID Connect Registration", "2")]
    public async Task A_public_client_may_not_present_a_secret()
    {
        await scene.Provider.RegisterAsync(TestClient.Appointments with { ClientId = "public", TokenEndpointAuthMethod = "none", GrantTypes = ["authorization_code"], ClientSecretSha256 = [] });

        var answer = await TestClient.SendAsync(scene.Http, "par", scene.Client.Parameters(("client_id", "public"), ("client_secret", TestClient.Secret)));

        Refused(answer);
    }

    [Fact]
    public async Task Both_secrets_count_while_one_is_being_replaced()
    {
        var client = await RegisterAsync("rotating", [TestClient.Secret, "the-next-secret"]);

        Assert.Equal(200, (await ForItselfAsync(TestClient.Basic(client, TestClient.Secret))).Status);
        Assert.Equal(200, (await ForItselfAsync(TestClient.Basic(client, "the-next-secret"))).Status);

        await RegisterAsync("rotating", ["the-next-secret"]);
        Refused(await ForItselfAsync(TestClient.Basic(client, TestClient.Secret)));
        Assert.Equal(200, (await ForItselfAsync(TestClient.Basic(client, "the-next-secret"))).Status);
    }

    [Theory]
    [InlineData("a secret+with&signs=%:/?")]
    [InlineData("ünïcode-sécret")]
    public async Task Parts_of_the_header_are_percent_decoded(string secret)
    {
        var client = await RegisterAsync($"coded:client/{secret.Length}", [secret]);

        Assert.Equal(200, (await ForItselfAsync(TestClient.Basic(client, secret))).Status);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm8tY29sb24=")]
    [InlineData("Basic Og==")]
    [InlineData("Basic /w==")]
    [InlineData("Basic JTAwOiUwMA==")]
    [InlineData("Bearer appointments")]
    public async Task A_malformed_header_is_refused(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await scene.Http.SendAsync(request);
        var answer = await TokenAnswer.ReadAsync(response);

        Assert.InRange(answer.Status, 400, 401);
        Assert.True(answer.Error is "invalid_client" or "invalid_request", answer.Error);
    }

    [Theory]
    [InlineData("client_secret")]
    [InlineData("client_assertion")]
    [Spec("RFC 6749", "2.3")]
    public async Task Two_methods_at_once_are_refused(string second)
    {
        var answer = await ForItselfAsync(TestClient.Basic("appointments", TestClient.Secret), second == "client_secret"
            ? [("client_id", "appointments"), ("client_secret", TestClient.Secret)]
            : [.. new TestAssertion("appointments", scene.Provider.Clock.GetUtcNow()).Parameters()]);

        Assert.Equal((400, "invalid_request"), (answer.Status, answer.Error));
    }

    [Fact]
    [Spec("RFC 6749", "2.3.1")]
    public async Task A_secret_in_the_query_is_refused()
    {
        var answer = await TestClient.SendAsync(scene.Http, $"token?client_id=appointments&client_secret={TestClient.Secret}", [new("grant_type", "client_credentials")]);

        Assert.NotEqual(200, answer.Status);
        Assert.Null(answer["access_token"]);
    }

    private async Task<string> RegisterAsync(string clientId, string[]? secrets = null, string method = "client_secret_basic")
    {
        await scene.Provider.RegisterAsync(TestClient.Appointments with
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = method,
            ClientSecretSha256 = [.. (secrets ?? [TestClient.Secret]).Select(secret => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))))],
        });
        return clientId;
    }

    private Task<TokenAnswer> ForItselfAsync(AuthenticationHeaderValue? header, params (string, string?)[] fields) =>
        TestClient.SendAsync(scene.Http, "token", [new("grant_type", "client_credentials"), .. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2!))], header); // Every test gives a value.

    /// <summary>RFC 6749 §5.2: invalid_client, with a challenge for the scheme that was used.</summary>
    private static void Refused(TokenAnswer answer)
    {
        Assert.Equal("invalid_client", answer.Error);
        Assert.Equal(401, answer.Status);
        Assert.Null(answer["access_token"]);
        Assert.StartsWith("Basic", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}
