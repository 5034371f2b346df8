using Identity.Protocol.BackChannelLogout;
using Identity.Protocol.FrontChannelLogout;
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
        ["frontchannel_logout_supported"] = async (scene, _) => Assert.StartsWith(TestClient.RedirectUri + "?", (await FrameAsync(scene)).Frame, StringComparison.Ordinal),
        ["frontchannel_logout_session_supported"] = async (scene, _) =>
        {
            var (frame, sid) = await FrameAsync(scene);
            Assert.EndsWith($"&sid={sid}", frame, StringComparison.Ordinal);
        },
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

    private static async Task<(string Frame, string? Sid)> FrameAsync(AdvertisedScene scene)
    {
        var client = await scene.ClientAsync(registration => registration with { FrontchannelLogoutUri = registration.RedirectUris[0], FrontchannelLogoutSessionRequired = true });
        var tokens = await scene.TokensAsync(client);

        var (signingOut, told) = (scene.Provider.Get<SigningOut>(), (SignedOutState?)null);
        var page = "";
        await scene.Provider.VisitAsync(scene.Browser, async context => page = await signingOut.SignOutAsync(context, null));
        await scene.Provider.VisitAsync(scene.Browser, async context => told = await signingOut.FindAsync(context, page.Split('/')[^1]));
        return (Assert.Single(told?.Frames ?? []), tokens.Payload("id_token").GetProperty("sid").GetString());
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
