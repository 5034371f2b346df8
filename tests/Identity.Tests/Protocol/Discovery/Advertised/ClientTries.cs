using Identity.Domain.Partners;
using Identity.Testing;
using Identity.Tests.Protocol.DeviceAuthorization;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>How a client says who it is, and for what it gets tokens.</summary>
internal static class ClientTries
{
    public static Dictionary<string, Try> All { get; } = new()
    {
        ["grant_types_supported"] = GrantAsync,
        ["token_endpoint_auth_methods_supported"] = (scene, value) => MethodAsync(scene, "token", value),
        ["introspection_endpoint_auth_methods_supported"] = (scene, value) => MethodAsync(scene, "introspect", value),
        ["revocation_endpoint_auth_methods_supported"] = (scene, value) => MethodAsync(scene, "revoke", value),
        ["token_endpoint_auth_signing_alg_values_supported"] = (scene, value) => MethodAsync(scene, "token", Signing(value), value),
        ["introspection_endpoint_auth_signing_alg_values_supported"] = (scene, value) => MethodAsync(scene, "introspect", Signing(value), value),
        ["revocation_endpoint_auth_signing_alg_values_supported"] = (scene, value) => MethodAsync(scene, "revoke", Signing(value), value),
    };

    private static async Task GrantAsync(AdvertisedScene scene, string value)
    {
        var answer = value switch
        {
            "authorization_code" => await scene.TokensAsync(),
            "refresh_token" => await scene.Client.RefreshAsync(scene.Http, (await scene.TokensAsync(("scope", "openid offline_access")))["refresh_token"] ?? ""),
            "client_credentials" => await scene.Client.PostAsync(scene.Http, "token", new() { ["grant_type"] = value }),
            "urn:ietf:params:oauth:grant-type:device_code" => await ConnectAsync(scene, value),
            _ => throw new UntriedException(value),
        };
        Assert.Equal((200, "Bearer"), (answer.Status, answer["token_type"]));
    }

    private static async Task<TokenAnswer> ConnectAsync(AdvertisedScene scene, string grant)
    {
        var watch = await scene.ClientAsync(_ => DeviceTest.Registration);
        var asked = await watch.PostAsync(scene.Http, "device_authorization", new() { ["scope"] = "openid" });
        var question = await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync("device"), ("UserCode", asked["user_code"] ?? ""));
        await scene.Browser.SubmitAsync(question, ("Decision", "yes"));
        return await watch.PostAsync(scene.Http, "token", new() { ["grant_type"] = grant, ["device_code"] = asked["device_code"] ?? "" });
    }

    private static string Signing(string algorithm) => algorithm is ClientValidator.SecretAlgorithm ? ClientValidator.SecretJwt : "private_key_jwt";

    private static async Task MethodAsync(AdvertisedScene scene, string endpoint, string method, string? asked = null)
    {
        var algorithm = asked ?? (method is ClientValidator.SecretJwt ? ClientValidator.SecretAlgorithm : "ES256");
        var key = method is ClientValidator.SecretJwt ? null : ClientKey.Of(algorithm);
        var client = await scene.ClientAsync(registration => registration with
        {
            GrantTypes = ["authorization_code", "refresh_token"],
            TokenEndpointAuthMethod = method,
            TokenEndpointAuthSigningAlg = method.EndsWith("_jwt", StringComparison.Ordinal) ? algorithm : null,
            Jwks = method is "private_key_jwt" ? key?.Jwks : null,
            ClientSecretSha256 = method.StartsWith("client_secret", StringComparison.Ordinal) ? registration.ClientSecretSha256 : [],
            ClientSecretSealed = method is ClientValidator.SecretJwt ? [scene.Provider.Get<SealedSecrets>().Seal(TestClient.Secret)] : [],
        });

        var tokens = await client.ExchangeAsync(scene.Http, (await scene.AuthorizeAsync(client))["code"], Proof());
        Assert.True(tokens.Status == 200, $"{method} {algorithm}: {tokens.Body}");
        if (endpoint is "token")
            return;
        var answer = await client.PostAsync(scene.Http, endpoint, new() { ["token"] = tokens["access_token"] ?? "" }, Proof());
        Assert.True(answer.Status == 200 && (endpoint is "revoke" || answer["active"] == bool.TrueString), $"{endpoint} {method} {algorithm}: {answer.Body}");

        (string, string?)[] Proof()
        {
            if (!method.EndsWith("_jwt", StringComparison.Ordinal))
                return [];
            var assertion = new TestAssertion(client.Registration.ClientId, scene.Provider.Clock.GetUtcNow());
            assertion.Header["alg"] = algorithm;
            return assertion.Parameters(key is null ? TestAssertion.SignWithSecret : key.Sign);
        }
    }
}
