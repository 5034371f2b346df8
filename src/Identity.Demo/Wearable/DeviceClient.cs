using System.Text.Json;

namespace Identity.Demo.Wearable;

/// <summary>A device's side of RFC 8628. A public client: whoever has the watch could read a secret out of it.</summary>
internal sealed class DeviceClient(HttpClient http)
{
    private const string ClientId = "wearable";
    private const string Scope = "openid readings offline_access";

    /// <exception cref="HttpRequestException">The provider did not answer as it should.</exception>
    public async Task<DeviceCodes> AskAsync(CancellationToken cancellation)
    {
        using var response = await http.PostAsync((await MetadataAsync(cancellation)).DeviceAuthorization,
            new FormUrlEncodedContent(new Dictionary<string, string> { ["client_id"] = ClientId, ["scope"] = Scope }), cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<DeviceCodes>(cancellation) ?? throw new JsonException();
    }

    /// <summary>Asks whether somebody has answered (§3.4).</summary>
    public Task<TokenAnswer> PollAsync(DeviceCodes codes, CancellationToken cancellation) => TokensAsync(new()
    {
        ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code",
        ["device_code"] = codes.DeviceCode,
    }, cancellation);

    public Task<TokenAnswer> RefreshAsync(string refreshToken, CancellationToken cancellation) => TokensAsync(new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refreshToken,
    }, cancellation);

    private async Task<TokenAnswer> TokensAsync(Dictionary<string, string> form, CancellationToken cancellation)
    {
        form["client_id"] = ClientId;
        using var response = await http.PostAsync((await MetadataAsync(cancellation)).Token, new FormUrlEncodedContent(form), cancellation);
        // RFC 6749 §5.2: a refusal has a body too. Anything else is no answer.
        if ((int)response.StatusCode >= 500) response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<TokenAnswer>(cancellation) ?? throw new JsonException();
    }

    private async Task<ProviderMetadata> MetadataAsync(CancellationToken cancellation) =>
        await http.GetFromJsonAsync<ProviderMetadata>("/.well-known/openid-configuration", cancellation) ?? throw new JsonException();
}
