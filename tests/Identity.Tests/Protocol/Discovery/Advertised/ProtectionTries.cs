using System.Buffers.Text;
using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>How answers are signed and encrypted, requests signed and people named, as a client registers it.</summary>
internal static class ProtectionTries
{
    public static Dictionary<string, Try> All { get; } = new()
    {
        ["id_token_signing_alg_values_supported"] = (scene, value) => IdTokenAsync(scene, "alg", value, client => client with { IdTokenSignedResponseAlg = value }),
        ["id_token_encryption_alg_values_supported"] = (scene, value) => IdTokenAsync(scene, "alg", value, client => client with { IdTokenEncryptedResponseAlg = value }),
        ["id_token_encryption_enc_values_supported"] = (scene, value) => IdTokenAsync(scene, "enc", value, client => client with { IdTokenEncryptedResponseAlg = "RSA-OAEP", IdTokenEncryptedResponseEnc = value }),
        ["userinfo_signing_alg_values_supported"] = (scene, value) => UserInfoAsync(scene, "alg", value, client => client with { UserinfoSignedResponseAlg = value }),
        ["userinfo_encryption_alg_values_supported"] = (scene, value) => UserInfoAsync(scene, "alg", value, client => Signed(client) with { UserinfoEncryptedResponseAlg = value }),
        ["userinfo_encryption_enc_values_supported"] = (scene, value) => UserInfoAsync(scene, "enc", value, client => Signed(client) with { UserinfoEncryptedResponseAlg = "RSA-OAEP", UserinfoEncryptedResponseEnc = value }),
        ["request_object_signing_alg_values_supported"] = RequestObjectAsync,
        ["request_parameter_supported"] = (scene, _) => RequestObjectAsync(scene, "ES256"),
        ["subject_types_supported"] = SubjectAsync,
    };

    /// <summary>A whole request of a client, signed.</summary>
    public static string Object(AdvertisedScene scene, TestClient client, string algorithm, ClientKey key)
    {
        var signed = new TestAssertion(client.Registration.ClientId, scene.Provider.Clock.GetUtcNow());
        signed.Header["alg"] = algorithm;
        signed.Claims.Remove("sub");
        foreach (var (name, value) in client.Parameters())
            signed.Claims[name] = value;
        return signed.Write(key.Sign);
    }

    private static Client Signed(Client client) => client with { UserinfoSignedResponseAlg = "ES256" };

    private static async Task IdTokenAsync(AdvertisedScene scene, string member, string value, Func<Client, Client> change)
    {
        var client = await scene.ClientAsync(registration => change(registration with { Jwks = ClientKey.ToEncrypt() }));
        Assert.Equal(value, (await scene.TokensAsync(client)).Header("id_token").GetProperty(member).GetString());
    }

    private static async Task UserInfoAsync(AdvertisedScene scene, string member, string value, Func<Client, Client> change)
    {
        var client = await scene.ClientAsync(registration => change(registration with { Jwks = ClientKey.ToEncrypt() }));
        var told = await scene.UserInfoTextAsync(await scene.TokensAsync(client));
        Assert.Equal(value, JsonDocument.Parse(Base64Url.DecodeFromChars(told.Split('.')[0])).RootElement.GetProperty(member).GetString());
    }

    private static async Task RequestObjectAsync(AdvertisedScene scene, string value)
    {
        var key = ClientKey.Of(value);
        var client = await scene.ClientAsync(registration => registration with { Jwks = key.Jwks, RequestObjectSigningAlg = value, RequireSignedRequestObject = true });
        var answer = await scene.AuthorizeAsync(client, ("request", Object(scene, client, value, key)));
        Assert.True(answer.ContainsKey("code"), $"{value}: {answer.GetValueOrDefault("error_description")}");
    }

    // OpenID Connect Core §8: the same for two sectors, or another for each.
    private static async Task SubjectAsync(AdvertisedScene scene, string value)
    {
        var subjects = new HashSet<string?>();
        foreach (var host in (string[])["one.example", "two.example"])
        {
            var client = await scene.ClientAsync(registration => registration with { SubjectType = value, RedirectUris = [$"https://{host}/callback"] });
            subjects.Add((await scene.TokensAsync(client)).Payload("id_token").GetProperty("sub").GetString());
        }

        Assert.Equal(value is "public" ? 1 : 2, subjects.Count);
    }
}
