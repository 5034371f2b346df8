using Identity.Protocol.BackChannelLogout;
using Identity.Protocol.Interaction;
using Identity.Testing;
using Identity.Tests.Protocol.BackChannelLogout;
using Identity.Tests.Protocol.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>What is said with a plain yes, and is not a value of something else.</summary>
internal static class FlagTries
{
    public static Dictionary<string, Try> All { get; } = new()
    {
        ["authorization_response_iss_parameter_supported"] = async (scene, _) => Assert.Equal(TestProvider.Issuer.AbsoluteUri, (await scene.AuthorizeAsync())["iss"]),
        ["request_uri_parameter_supported"] = (scene, _) => RequestUriAsync(scene, registered: true),
        ["require_request_uri_registration"] = (scene, _) => RequestUriAsync(scene, registered: false),
        ["backchannel_logout_supported"] = (scene, _) => LogoutAsync(scene),
        ["backchannel_logout_session_supported"] = (scene, _) => LogoutAsync(scene),
    };

    private static async Task RequestUriAsync(AdvertisedScene scene, bool registered)
    {
        var (held, key) = ("", ClientKey.Of("ES256"));
        await using var site = await PartnerSite.StartAsync(context => context.Response.WriteAsync(held));
        var client = await scene.ClientAsync(registration => registration with { Jwks = key.Jwks, RequestUris = registered ? [site.Address("/object")] : [] });
        held = ProtectionTries.Object(scene, client, "ES256", key);

        var answer = await scene.AuthorizeAsync(client, ("request_uri", site.Address("/object")));

        Assert.Equal(registered ? null : "invalid_request_uri", answer.GetValueOrDefault("error"));
    }

    private static async Task LogoutAsync(AdvertisedScene scene)
    {
        await using var told = await ToldClient.StartAsync();
        var client = await scene.ClientAsync(registration => registration with { BackchannelLogoutUri = told.Uri, BackchannelLogoutSessionRequired = true });
        var tokens = await scene.TokensAsync(client);

        await scene.Provider.VisitAsync(scene.Browser, context => scene.Provider.Get<BrowserSession>().SignOutAsync(context));
        var sender = scene.Provider.Get<LogoutSender>();
        while (await sender.BeginAsync(TestContext.Current.CancellationToken) || sender.Turns.Any())
            await Task.WhenAll(sender.Turns);

        var token = new JsonWebToken((await told.NextAsync()).Token);
        Assert.Equal(tokens.Payload("id_token").GetProperty("sid").GetString(), token.GetClaim("sid").Value);
    }
}
