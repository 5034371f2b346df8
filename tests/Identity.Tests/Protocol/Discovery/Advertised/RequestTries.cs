using System.Net;
using Identity.Protocol.Interaction;
using Identity.Testing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>What an authorization request may say.</summary>
internal static class RequestTries
{
    public static Dictionary<string, Try> All { get; } = new()
    {
        ["response_types_supported"] = (scene, value) => AcceptedAsync(scene, "response_type", value),
        ["response_modes_supported"] = ModeAsync,
        ["code_challenge_methods_supported"] = ChallengeAsync,
        ["prompt_values_supported"] = PromptAsync,
        ["ui_locales_supported"] = LanguageAsync,
        ["acr_values_supported"] = ClassAsync,
    };

    private static async Task AcceptedAsync(AdvertisedScene scene, string parameter, string value) =>
        Assert.Contains("code", (await scene.AuthorizeAsync((parameter, value))).Keys);

    private static async Task ModeAsync(AdvertisedScene scene, string value)
    {
        using var response = await scene.Browser.GetAsync(scene.Client.AuthorizeUrl(("response_mode", value)));
        switch (value)
        {
            case "query":
                Assert.Contains("code", TestClient.Answer(response).Keys);
                break;
            case "form_post":
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Contains("name=\"code\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                break;
            default:
                throw new UntriedException(value);
        }
    }

    // The challenge is the SHA-256 of the verifier: another method would be refused when it is shown.
    private static async Task ChallengeAsync(AdvertisedScene scene, string value) => Assert.Equal(200, (await scene.TokensAsync(("code_challenge_method", value))).Status);

    private static async Task PromptAsync(AdvertisedScene scene, string value)
    {
        using var asked = await scene.Browser.GetAsync(scene.Client.AuthorizeUrl(("prompt", value)));
        var answer = value switch
        {
            "none" => TestClient.Answer(asked),
            "login" => await scene.SignInAsync(asked),
            "consent" => await AnswerAsync(scene, asked, "share", (interactions, interaction, _) => interactions.ConsentedAsync(interaction, CancellationToken.None)),
            "select_account" => await AnswerAsync(scene, asked, "sign-in", (interactions, interaction, _) => interactions.ChoseAccountAsync(interaction, CancellationToken.None)),
            _ => throw new UntriedException(value),
        };
        Assert.Contains("code", answer.Keys);
    }

    private static async Task<Dictionary<string, string>> AnswerAsync(AdvertisedScene scene, HttpResponseMessage asked, string page, Func<Interactions, AuthorizationInteraction, HttpContext, Task> answer)
    {
        var key = ProtocolScene.InteractionKey(asked, page);
        await scene.Provider.AnswerAsync(scene.Browser, key, answer);
        return await scene.ContinueAsync(key);
    }

    private static async Task LanguageAsync(AdvertisedScene scene, string value) =>
        Assert.Contains($"<html lang=\"{value}\"", (await scene.Browser.OpenAsync(scene.Client.AuthorizeUrl(("prompt", "login"), ("ui_locales", value)))).Html, StringComparison.Ordinal);

    private static async Task ClassAsync(AdvertisedScene scene, string value)
    {
        await AcceptedAsync(scene, "acr_values", value);
        var tokens = await scene.TokensAsync(("claims", $$$"""{"id_token":{"acr":{"essential":true,"value":"{{{value}}}"} } }"""));
        Assert.Equal(value, tokens.Payload("id_token").GetProperty("acr").GetString());
    }
}
