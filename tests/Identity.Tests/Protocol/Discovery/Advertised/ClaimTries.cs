using System.Text.Json;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>What an application may ask to be told.</summary>
internal static class ClaimTries
{
    public static Dictionary<string, Try> All { get; } = new()
    {
        ["scopes_supported"] = ScopeAsync,
        ["claims_supported"] = ClaimAsync,
        ["claim_types_supported"] = TypeAsync,
        ["claims_parameter_supported"] = (scene, _) => ClaimAsync(scene, "given_name"),
    };

    private static async Task ScopeAsync(AdvertisedScene scene, string value)
    {
        var client = await scene.ClientAsync(registration => registration);
        var tokens = await scene.TokensAsync(client, ("scope", value is "openid" ? value : $"openid {value}"));
        var token = await client.PostAsync(scene.Http, "introspect", new() { ["token"] = tokens["access_token"] ?? "" });
        Assert.Contains(value, (token["scope"] ?? "").Split(' '));
    }

    private static async Task ClaimAsync(AdvertisedScene scene, string value)
    {
        var client = await scene.ClientAsync(registration => registration);
        var tokens = await scene.TokensAsync(client, ("scope", "openid"), ("vtr", """["P2.Cl"]"""), ("claims", $$$"""{"id_token":{"{{{value}}}":null},"userinfo":{"{{{value}}}":null}}"""));
        Assert.True(tokens.Payload("id_token").TryGetProperty(value, out _), $"{value} is not told.");
    }

    // OpenID Connect Core §5.6.
    private static async Task TypeAsync(AdvertisedScene scene, string value)
    {
        var told = await scene.ToldAsync(await scene.TokensAsync());
        Assert.Equal(("normal", JsonValueKind.String), (value, told.GetProperty("email").ValueKind));
    }
}
